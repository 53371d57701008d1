import type { ReadOf } from '../rows/reading.ts';

/** The most visits in one record: whoever adds one seals them all anew. */
export const BOOK_VISITS = 100;

/** The most records of one subject, day and category. With seven categories a read of all days is complete. */
export const DAY_BOOKS = 7;

/**
 * Visits of one day lie together: a record for each category (`visit.ip[2026-01-05]`), and another one when
 * it is full. So they take few rows however often somebody comes, and the newest are found without opening
 * the rest. It is a book, to tell it from the lots that items lie in.
 */
export function bookCategory(category: string, day: string): string {
  return `${category}[${day}]`;
}

export function isBook({ category }: { readonly category: string }): boolean {
  return /\[\d{4}-\d{2}-\d{2}\]$/.test(category);
}

/** The day of a moment, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The books of one day and category. */
export function booksOf(person: string, category: string, day: string): ReadOf<'record'> {
  const equals = [person, bookCategory(category, day)];
  return { table: 'record', by: 'person', equals, limit: DAY_BOOKS };
}

/** The books of one category, of whatever day. */
export function allBooksOf(person: string, category: string, limit = 10_000): ReadOf<'record'> {
  const days = { after: `${category}[`, upTo: `${category}[9999` };
  return { table: 'record', by: 'person', equals: [person], ...days, limit };
}
