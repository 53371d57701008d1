import type { ReadOf } from '../rows/reading.ts';

/** Who is found by a value: rows whose target is the record that holds it. One, or none. */
export function finderOf(category: string, digest: Uint8Array): ReadOf<'blind'> {
  return { table: 'blind', by: 'key', equals: [category, digest], limit: 1 };
}

/** By what a person can be found. */
export function findersOf(person: string): ReadOf<'blind'> {
  return { table: 'blind', by: 'person', equals: [person], limit: 1_000 };
}
