import type { Vault } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';

/**
 * Who is found by a value: reads of rows whose target is the record that holds it. One row in all of
 * them together, or none.
 */
export function findersBy(vault: Vault, category: string, value: string): ReadOf<'blind'>[] {
  return vault
    .blindIndexes(category, value)
    .map((digest) => ({ table: 'blind', by: 'key', equals: [category, digest], limit: 1 }));
}

/** By what a person can be found in one category. Of each there is one, or what others left of several. */
export function findersOf(person: string, category: string): ReadOf<'blind'> {
  return { table: 'blind', by: 'person', equals: [person, category], limit: 1_000 };
}
