import type { PersonRow } from '@avow/vault';
import { AvowError } from '../fault.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** The row of a person, an organisation or a device. */
export function personOf(person: string): ReadOf<'person'> {
  return { table: 'person', by: 'key', equals: [person], limit: 1 };
}

/** Nothing can be decided or recorded about somebody who is not there. Needs `personOf` to have been read. */
export function mustBeThere(rows: Rows, person: string, field = 'person'): void {
  if (rows.of(personOf(person)).length > 0) return;
  throw new AvowError('AVOW_NOT_FOUND', 'no such person', field);
}

/** Whether nothing of somebody is left but what the sweep has still to remove. Of one who is held the law's part is. */
export function isErased(row: PersonRow | undefined): boolean {
  return row === undefined || row.state === 'erasing' || row.state === 'erased';
}

/** Whoever is being erased holds nothing any more, though the sweep is still to come. */
export function isThere({ state }: PersonRow): boolean {
  return state === 'active' || state === 'suspended';
}
