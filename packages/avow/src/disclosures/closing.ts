import type { Words } from '@avow/policy';
import type { AuditedChange } from '@avow/vault';
import type { ClosedBecause } from '../face/disclosures.ts';
import { historyKept } from '../records/retention.ts';
import {
  CLOSED_DISCLOSURE,
  type DisclosureBody,
  type DisclosureRecord,
} from '../register/disclosure.ts';

/** The moment that nothing ever reaches: kept as long as the person is. */
const ALWAYS = 'kept';

/**
 * Closes a disclosure for good: its key is gone, so that nothing decides about it any more. What it said
 * of itself stays on record, as long as the person's history does: who could have seen what.
 */
export function closing(
  { row, ...record }: DisclosureRecord,
  because: ClosedBecause,
  now: number,
  words: Words,
): AuditedChange {
  const { salt: _salt, hash: _hash, ...before } = row;
  const { keptFor } = historyKept(words);
  const until = keptFor === undefined ? null : now + keptFor;
  const { person: _person, party: _party, ...said } = record;
  const body: DisclosureBody = { ...said, jwe: null, closed: { at: now, because } };
  const after = {
    ...before,
    kind: CLOSED_DISCLOSURE,
    ref: null,
    // Its end, so that an index finds those that are past it.
    state: until === null ? ALWAYS : new Date(until).toISOString(),
    until,
    body: JSON.stringify(body),
    key: null,
    sealed: null,
  };
  return { table: 'evidence', before: row, after };
}
