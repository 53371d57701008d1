import type { ReadOf } from '../rows/reading.ts';

/** Everything held of a person: one value for each category at most, and lots of items. */
export function recordsOf(person: string): ReadOf<'record'> {
  return { table: 'record', by: 'person', equals: [person], limit: 10_000 };
}

/** What is held of a person in one category: one record at most, besides those whose time is over. */
export function recordOf(person: string, category: string): ReadOf<'record'> {
  return { table: 'record', by: 'person', equals: [person, category], limit: 1 };
}
