import type { AuditedChange } from '@avow/vault';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { reference } from './reference.ts';

const SUSPENSION = 'suspension';

/** That the platform itself suspended an account: there is one row while that stands. */
export function suspensionOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [suspensionId(person)], limit: 1 };
}

/** Puts it on record, or takes it off; nothing where it is so already. Needs `suspensionOf` to have been read. */
export function setSuspension(
  rows: Rows,
  person: string,
  isSuspended: boolean,
  now: number,
): AuditedChange[] {
  const [before] = rows.of(suspensionOf(person));
  if (isSuspended === (before !== undefined)) return [];
  if (before) return [{ table: 'evidence', before }];
  const row = { id: suspensionId(person), kind: SUSPENSION, person, state: 'set', at: now };
  return [addEvidence(row, {})];
}

function suspensionId(person: string): string {
  return reference(SUSPENSION, person);
}
