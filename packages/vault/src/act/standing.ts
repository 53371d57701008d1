import { VaultError } from '../fault.ts';
import type { DataKeys } from '../keys/data-keys.ts';
import type { Change, Lock, Read } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';

/** The read that tells whether a person's keys are still good. */
export function readPerson({ person }: DataKeys): Read {
  return { table: 'person', by: 'key', equals: [person], limit: 1 };
}

/** The caller's locks, and the people whose keys are used: they must hold still while their data is touched. */
export function locksWith(locks: readonly Lock[], held: readonly DataKeys[]): readonly Lock[] {
  const locked = new Set(locks.filter((lock) => lock.on === 'person').map((lock) => lock.id));
  const missing = held.filter((keys) => !locked.has(keys.person));
  if (missing.length === 0) return locks;
  return [
    ...locks,
    ...missing.map((keys): Lock => ({ on: 'person', id: keys.person, mode: 'shared' })),
  ];
}

/**
 * Refuses keys that are out of date: `AVOW_ERASED` if the person is erased, `AVOW_CONFLICT` if the keys were replaced. This is what
 * keeps a cached key from outliving erasure.
 */
export function checkStanding(keys: DataKeys, row: PersonRow | undefined): void {
  if (row === undefined) return; // Perhaps inserted by this very act: see checkInserted.
  if (row.state === 'erasing' || row.state === 'erased') {
    throw new VaultError('AVOW_ERASED', 'this person has been erased');
  }
  if (row.generation !== keys.generation) {
    throw new VaultError('AVOW_CONFLICT', "the person's keys have been replaced; fetch them anew");
  }
}

/** Refuses keys of someone who neither exists nor is inserted by this act with the generation of the keys. */
export function checkInserted(
  keys: DataKeys,
  row: PersonRow | undefined,
  changes: readonly Change[],
): void {
  if (row !== undefined) return;
  const inserted = changes
    .filter(({ table }) => table === 'person')
    .map(({ after }) => after as PersonRow | undefined)
    .find((after) => after?.id === keys.person);
  if (inserted?.generation !== keys.generation) {
    throw new VaultError('AVOW_UNKNOWN', 'no such person');
  }
}
