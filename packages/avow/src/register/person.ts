import type { ReadOf } from '../rows/reading.ts';

/** The row of a person, an organisation or a device. */
export function personOf(person: string): ReadOf<'person'> {
  return { table: 'person', by: 'key', equals: [person], limit: 1 };
}
