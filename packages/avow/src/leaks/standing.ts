import type { AuditedChange } from '@avow/vault';
import { personOf } from '../register/person.ts';
import type { Rows } from '../rows/reading.ts';

/** Suspends an account; nothing where it is so already. Needs `personOf` to have been read. */
export function suspendPerson(rows: Rows, person: string): AuditedChange[] {
  return standing(rows, person, 'active', 'suspended');
}

/** Makes a suspended account active again. */
export function reinstatePerson(rows: Rows, person: string): AuditedChange[] {
  return standing(rows, person, 'suspended', 'active');
}

function standing(rows: Rows, person: string, from: string, to: string): AuditedChange[] {
  const [before] = rows.of(personOf(person));
  if (before?.state !== from) return [];
  const { salt: _salt, hash: _hash, ...row } = before;
  return [{ table: 'person', before, after: { ...row, state: to } }];
}
