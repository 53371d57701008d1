import type { AuditedChange } from '@avow/vault';
import { casesAgainst } from '../register/harvest.ts';
import { isFreezing, leakFrom, leaksOf } from '../register/leak.ts';
import { personOf } from '../register/person.ts';
import type { Rows } from '../rows/reading.ts';

/** Suspends an account, makes one active again, or gives it keys of a new generation; both in one row. */
export interface PersonChange {
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
  return [leaksOf(person), casesAgainst({ user: person as never })] as const;
}

/** Whether it stays suspended all the same: another leak freezes it, or a case of harvesting stands. */
export function staysSuspended(rows: Rows, person: string, leaks: readonly string[]): boolean {
  const [of, against] = othersFreezing(person);
  return (
    rows.of(of).some((row) => !leaks.includes(row.id) && isFreezing(leakFrom(row))) ||
    rows.of(against).some(({ state }) => state !== 'reversed')
  );
}
