import type { AuditedChange, EvidenceRow, Vault } from '@avow/vault';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf } from '../rows/reading.ts';

/**
 * That an operator did something: one row for each time, beside what it changed. It is about nobody: `by` is the
 * operator's id, which nothing leads from to a name but what the platform itself knows.
 */
const DEED = 'deed';

export interface DeedBody {
  readonly by: string;
  /** What was changed, and what it was from then on, as the entry says both. */
  readonly evidence: string;
  readonly state: string;
  /** The row that says so; null where nothing was to be changed. */
  readonly of: string | null;
}

/** The row of a deed. Its state is when it was done, so that an index finds the newest. */
export function deedRow(
  vault: Pick<Vault, 'mint'>,
  deed: DeedBody & { readonly party: string | undefined },
  now: number,
): AuditedChange {
  const { party = null, ...body } = deed;
  const state = new Date(now).toISOString();
  return addEvidence({ id: vault.mint(), kind: DEED, party, state, at: now }, body);
}

export function deedFrom({ body }: EvidenceRow): DeedBody {
  return JSON.parse(body) as DeedBody;
}

/** What operators did about a party; the newest ids are the newest deeds. */
export function deedsAbout(party: string, limit: number): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, DEED], descending: true, limit };
}

/** What operators did of whatever kind, the newest first. */
export function newestDeeds(limit: number): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'kind', equals: [DEED], descending: true, limit };
}
