import type { InUnit } from '../act/deed.ts';
import { interestCategory } from '../conventions.ts';
import type { PersonId } from '../face/ids.ts';
import { keptOf } from '../interests/kept.ts';
import { interestsOf } from '../register/interest.ts';
import { recordOf } from '../register/record.ts';
import type { ReadOf } from '../rows/reading.ts';

/** What is held of somebody in a category, opened, and the records that it took. */
interface OpenedHeld {
  readonly value: string;
  readonly touched: readonly string[];
}

/** What must be read to open what is held of somebody in some categories. */
export function heldReads(person: PersonId, categories: readonly string[]): ReadOf<'record'>[] {
  return categories.map((category) =>
    category === interestCategory ? interestsOf(person) : recordOf(person, category),
  );
}

/** Opens what is held in a category; undefined where nothing is. */
export function openHeld(unit: InUnit, person: PersonId, category: string): OpenedHeld | undefined {
  if (category === interestCategory) return openInterests(unit, person);
  const [row] = unit.rows.of(recordOf(person, category));
  if (row === undefined) return undefined;
  return { value: Buffer.from(unit.seals.open(row)).toString('utf8'), touched: [row.id] };
}

/**
 * Interests are several records, and what is told of them is their names, a JSON list: which pages somebody
 * looked at speaks of more than was asked for, and the order in which they did as well, so it is that of the names.
 */
function openInterests(unit: InUnit, person: PersonId): OpenedHeld | undefined {
  const kept = keptOf(unit, person);
  if (kept.size === 0) return undefined;
  return {
    value: JSON.stringify([...kept.keys()].sort()),
    touched: [...kept.values()].map(({ row }) => row.id),
  };
}
