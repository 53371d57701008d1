import type { AuditedChange } from '@avow/vault';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { reference } from './reference.ts';

/**
 * When the rows of a matter of the registers go: of an order, an activity or a case. All of them have
 * the matter as their `ref`. Its state is the moment, so that an index finds what is due. About nobody.
 */
export const DUE = 'register.due';

export interface DueBody {
  readonly matter: string;
}

export function dueOf(matter: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [reference(DUE, matter), DUE], limit: 1 };
}

/** Matters that are due by `now`, the longest due first. */
export function dueBy(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: stateAt(now), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [DUE], ...bounds, limit };
}

/** Sets when a matter goes; not at all where no term is known. Needs `dueOf` to have been read. */
export function setDue(
  rows: Rows,
  matter: string,
  until: number | null,
  now: number,
): AuditedChange[] {
  const [before] = rows.of(dueOf(matter));
  if (until === null) return [];
  const state = stateAt(until);
  if (before) return before.state === state ? [] : [changeEvidence(before, { state })];
  const ref = reference(DUE, matter);
  return [addEvidence({ id: ref, kind: DUE, ref, state, at: now }, { matter } satisfies DueBody)];
}

const stateAt = (moment: number): string => new Date(moment).toISOString();
