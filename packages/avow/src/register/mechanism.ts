import type { EvidenceRow, Lock } from '@avow/vault';
import type { MechanismKind } from '../face/mechanisms.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';
import { POLICY, versionLock } from './version.ts';

/** What the record of a mechanism says. */
export interface MechanismBody {
  readonly kind: MechanismKind;
  readonly origin: string;
  readonly destination: string;
  readonly party: string | null;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly document: string;
  readonly from: number;
  readonly ended: number | null;
}

export type MechanismRecord = MechanismBody & Pick<EvidenceRow, 'id' | 'at' | 'until'>;

export const MECHANISM = 'mechanism';

/** What mechanisms count by. It speaks of nobody, so there is one for all of them. */
export const mechanismRef = reference(MECHANISM);

/** The mechanisms that have not been ended. There are few, and which of them matter only rows tell. */
export const mechanisms: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'ref',
  equals: [mechanismRef, MECHANISM],
  limit: MOST_ROWS,
};

export function mechanismOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** The most that are listed of those that have ended. */
const MOST_LISTED = 10_000;

/** The mechanisms that were ended. They stay on record, since decisions rest on them. */
export const endedMechanisms: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'kind',
  equals: [MECHANISM, 'ended'],
  limit: MOST_LISTED,
};

export function mechanismFrom(row: EvidenceRow): MechanismRecord {
  const body = JSON.parse(row.body) as MechanismBody;
  return { ...body, id: row.id, at: row.at, until: row.until };
}

/** The mechanisms that run at `now`, the oldest first: the same one is named whenever several would do. */
export function liveMechanisms(rows: Rows, now: number): MechanismRecord[] {
  return rows
    .of(mechanisms)
    .map(mechanismFrom)
    .filter(({ from, until }) => from <= now && (until === null || now < until))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * A change of mechanisms is had alone by what all decisions share. It is rare, as a new version is; a lock
 * of its own would be one more for every decision, nearly all of which transfer nothing.
 */
export const aloneFromDecisions: Lock = versionLock(POLICY, 'exclusive');
