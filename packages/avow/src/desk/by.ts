import { asPersonId } from '../door/ids.ts';
import type { Acting } from '../face/decision.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { isStaff } from '../register/desk/staff.ts';
import { personOf } from '../register/person.ts';
import type { Rows } from '../rows/reading.ts';

/**
 * Whether somebody was appointed, and is not suspended. Needs `staffRow` and their own row to have been read,
 * and them held still: so whoever is dismissed or suspended does nothing once that has returned.
 */
export function worksHere(rows: Rows, operator: string): boolean {
  return isStaff(rows, operator) && rows.of(personOf(operator))[0]?.state === 'active';
}

/** Who is said to do something; undefined: the platform's own program. */
export function actorOf({ by }: Acting): PersonId | undefined {
  return by === undefined ? undefined : asPersonId(by, 'by');
}

/** Only who works at the desk does anything here; of anybody else it is not told who they are instead. */
export function mustBeStaff(rows: Rows, operator: string, field = 'by'): void {
  if (!worksHere(rows, operator)) {
    throw new AvowError('AVOW_NOT_FOUND', 'nobody of this id works at the desk', field);
  }
}

/** Nobody decides here on what concerns themself, be it about them or that they get something by it. */
export function mustBeApart(
  concerned: readonly (string | null | undefined)[],
  operator: string,
  field = 'by',
): void {
  if (concerned.includes(operator)) throw tooNear(field);
}

export function tooNear(field: string): AvowError {
  return new AvowError('AVOW_STATE', 'is too near to this case', field);
}
