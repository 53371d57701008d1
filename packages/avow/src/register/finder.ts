import type { ReadOf } from '../rows/reading.ts';

/**
 * Whom a value leads to. The target is fixed, so that the key admits one person for each value.
 */
export const TARGET = 'person';

export function finderOf(category: string, digest: Uint8Array): ReadOf<'blind'> {
  return { table: 'blind', by: 'key', equals: [category, digest, TARGET], limit: 1 };
}

/** By what a person can be found. */
export function findersOf(person: string): ReadOf<'blind'> {
  return { table: 'blind', by: 'person', equals: [person], limit: 1_000 };
}
