import type { RecordRow } from '@avow/vault';

/** One value of one visit, as a book seals it. */
export interface Noted {
  /** Which visit it belongs to: the same in the books of all its categories. */
  readonly visit: string;
  readonly collected: number;
  /** Not read from this moment on; null: until its relation ends. */
  readonly until: number | null;
  readonly value: string;
}

/** What a book seals: its values in a list, each as a list, in the order in which they came. */
export function packNotes(notes: readonly Noted[]): Uint8Array {
  const rows = notes.map(({ visit, collected, until, value }) => [visit, collected, until, value]);
  return Buffer.from(JSON.stringify(rows));
}

export function unpackNotes(bytes: Uint8Array): Noted[] {
  const rows = JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly [
    visit: string,
    collected: number,
    until: number | null,
    value: string,
  ][];
  return rows.map(([visit, collected, until, value]) => ({ visit, collected, until, value }));
}

/**
 * The values of a book whose time is not over. A book goes when the last of them does, up to a day after
 * the first; nobody reads that one meanwhile.
 */
export function notesIn(
  row: RecordRow,
  open: (row: RecordRow) => Uint8Array,
  now: number,
): Noted[] {
  return unpackNotes(open(row)).filter(({ until }) => until === null || now < until);
}
