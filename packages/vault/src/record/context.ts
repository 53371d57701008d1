import type { RecordHeader } from '../act/act.ts';
import { canonicalBytes } from '../canonical.ts';

/**
 * What binds a sealed record to its row: moved to another person, category or version it does not
 * open.
 */
export function recordContext(header: RecordHeader): Uint8Array {
  const { id, person, category, retention, version } = header;
  return canonicalBytes('avow/record/v1', [id, person, category, retention, version]);
}

/** What binds the sealed text of a piece of evidence to its row. */
export function evidenceContext(id: string, person: string): Uint8Array {
  return canonicalBytes('avow/evidence/v1', [id, person]);
}

/** What binds a sealed piece of history to its entry and person. */
export function historyContext(id: string, person: string): Uint8Array {
  return canonicalBytes('avow/history/v1', [id, person]);
}
