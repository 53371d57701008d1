import type { AuditedChange } from '@avow/vault';
import { casesAgainst } from '../register/harvest.ts';
import { isFreezing, leakFrom, leaksOf } from '../register/leak.ts';
import { personOf } from '../register/person.ts';
import { suspensionOf } from '../register/suspension.ts';
import type { Rows } from '../rows/reading.ts';

/** Suspends an account, makes one active again, or gives it keys of a new generation; both in one row. */
interface PersonChange {
  readonly state?: 'active' | 'suspended';
  readonly rekey?: boolean;
}

/** Nothing where it is so already. Needs `personOf` to have been read. */
export function changePerson(
  rows: Rows,
  person: string,
  { state, rekey = false }: PersonChange,
): AuditedChange[] {
  const [before] = rows.of(personOf(person));
  if (before?.state !== 'active' && before?.state !== 'suspended') return [];
  const { salt: _salt, hash: _hash, ...row } = before;
  const generation = row.generation + (rekey ? 1 : 0);
  const after = { ...row, state: state ?? row.state, generation };
  const isSame = after.state === row.state && generation === row.generation;
  return isSame ? [] : [{ table: 'person', before, after }];
}

/** What tells whether something else keeps an account suspended. */
export function othersFreezing(person: string) {
  const against = casesAgainst({ user: person as never });
  return [leaksOf(person), against, suspensionOf({ person })] as const;
}

/**
 * Whether it stays suspended all the same without these: another leak freezes it, a case of harvesting
 * stands, or the platform itself suspended it.
 */
export function staysSuspended(rows: Rows, person: string, but: readonly string[] = []): boolean {
  const [of, against, own] = othersFreezing(person);
  return (
    rows.of(of).some((row) => !but.includes(row.id) && isFreezing(leakFrom(row))) ||
    rows.of(against).some(({ id, state }) => !but.includes(id) && state !== 'reversed') ||
    rows.of(own).length > 0
  );
}

/**
 * Whether one more reason to suspend an account can be put on record beside the others. Not where it is
 * suspended and nothing says why, as in stores of before: the end of this reason would open it.
 */
export function canFreeze(rows: Rows, person: string): boolean {
  return rows.of(personOf(person))[0]?.state === 'active' || staysSuspended(rows, person);
}
