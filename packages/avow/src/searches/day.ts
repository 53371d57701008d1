import type { RecordRow } from '@avow/vault';
import { searchCategory } from '../conventions.ts';
import type { ReadOf } from '../rows/reading.ts';

/**
 * Whose records the words of a day are: nobody's. They need a key to be sealed under, and a key is
 * somebody's; a space in the id keeps it out of reach, since no id that comes in may have one. So no act can be asked
 * about it, no value collected under it, and nobody can have it erased.
 */
export const NOBODY = 'all searches';

/** The most different words of one day. */
export const MOST_WORDS_OF_DAY = 5_000;

const DAY = 24 * 3_600_000;

/** When a day begins: epoch milliseconds. */
export function beginOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** When the words of a day are gone: counted from its beginning, so that none is kept longer. */
export function endOf(day: string, days: number): number {
  return beginOf(day) + days * DAY;
}

/** The id of a day's record tells the day, where one that is made up would tell the hour. */
export function dayId(day: string): string {
  return `searches ${day}`;
}

export function dayOfId({ id }: Pick<RecordRow, 'id'>): string {
  return id.slice('searches '.length);
}

export function dayRecord(day: string): ReadOf<'record'> {
  return { table: 'record', by: 'key', equals: [dayId(day)], limit: 1 };
}

/** Every day that is kept. */
export const dayRecords: ReadOf<'record'> = {
  table: 'record',
  by: 'person',
  equals: [NOBODY, searchCategory],
  limit: 1_000,
};

/** What a day's record seals: its words and how often each came, in the order of the alphabet. */
export function packCounts(counts: ReadonlyMap<string, number>): Uint8Array {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(rows));
}

export function unpackCounts(bytes: Uint8Array): Map<string, number> {
  return new Map(JSON.parse(Buffer.from(bytes).toString('utf8')) as [string, number][]);
}
