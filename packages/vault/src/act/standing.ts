import { VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { DataKeys } from '../keys/data-keys.ts';
import type { Change, Lock, Read, Value } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';

/** Somebody an act is about; with the generation of their keys, if it uses any. */
export interface Party {
  readonly person: PersonId;
  readonly generation?: number;
}

/** Everybody an act is about: by keys, or by name alone. */
export function partiesOf(
  keys: readonly DataKeys[] = [],
  people: readonly PersonId[] = [],
): readonly Party[] {
  return [...keys, ...people.map((person) => ({ person }))];
}

/** The read that tells how somebody stands. */
export function readPerson({ person }: Party): Read {
  return { table: 'person', by: 'key', equals: [person], limit: 1 };
}

/** The caller's locks, and those of the parties, who must hold still while their data is touched. */
export function locksWith(locks: readonly Lock[], parties: readonly Party[]): readonly Lock[] {
  const locked = new Set(locks.filter((lock) => lock.on === 'person').map((lock) => lock.id));
  const missing = new Set(parties.map(({ person }) => person).filter((id) => !locked.has(id)));
  if (missing.size === 0) return locks;
  return [...locks, ...[...missing].map((id): Lock => ({ on: 'person', id, mode: 'shared' }))];
}

/**
 * Refuses an act about somebody who has been erased (`AVOW_ERASED`), or with keys that have been
 * replaced (`AVOW_CONFLICT`). This is what keeps a cached key from outliving erasure.
 */
export function checkStanding(party: Party, row: PersonRow | undefined, evenHeld: boolean): void {
  if (row === undefined) return; // Perhaps inserted by this very act: see checkInserted.
  if (isClosed(row, evenHeld)) throw new VaultError('AVOW_ERASED', 'this person has been erased');
  if (party.generation !== undefined && row.generation !== party.generation) {
    throw new VaultError('AVOW_CONFLICT', "the person's keys have been replaced; fetch them anew");
  }
}

/**
 * Whether somebody has been erased, for whoever asks. Under a legal hold they have been for everyone
 * but the law.
 */
export function isClosed({ state }: PersonRow, evenHeld = false): boolean {
  return state === 'erasing' || state === 'erased' || (state === 'held' && !evenHeld);
}

/** Refuses an act about somebody who neither exists nor is inserted by it (`AVOW_UNKNOWN`). */
export function checkInserted(
  party: Party,
  row: PersonRow | undefined,
  changes: readonly Change[],
): void {
  if (row !== undefined) return;
  const inserted = changes
    .filter(({ table }) => table === 'person')
    .map(({ after }) => after as PersonRow | undefined)
    .find((after) => after?.id === party.person);
  const isRight = party.generation === undefined || inserted?.generation === party.generation;
  if (inserted === undefined || !isRight) throw new VaultError('AVOW_UNKNOWN', 'no such person');
}

/**
 * Refuses to write rows about somebody the act did not name (`AVOW_INVALID`): their standing would
 * go unchecked, and data about an erased person could come into being.
 */
export function checkNamed(parties: readonly Party[], changes: readonly Change[]): void {
  for (const { table, after } of changes) {
    const row = after as { readonly id?: string; readonly person?: string | null } | undefined;
    const person = table === 'person' ? row?.id : row?.person;
    if (person === undefined || person === null) continue;
    if (parties.some((party) => party.person === person)) continue;
    throw new VaultError(
      'AVOW_INVALID',
      `a row of ${table} is about somebody not among the act's keys or people`,
    );
  }
}

/**
 * Refuses to change what decisions about somebody rest on, their state or evidence about them,
 * without having them alone (`AVOW_INVALID`): a decision that shares the lock could commit on the
 * old facts after the change was answered.
 */
export function checkHeldAlone(locks: readonly Lock[], changes: readonly Change[]): void {
  for (const { table, before, after } of changes) {
    if (table !== 'person' && table !== 'evidence') continue;
    for (const row of [before, after]) {
      const person = table === 'person' ? row?.['id'] : row?.['person'];
      if (person === undefined || person === null || isHeldAlone(locks, person)) continue;
      throw new VaultError(
        'AVOW_INVALID',
        `a row of ${table} changes under no exclusive lock on its person`,
      );
    }
  }
}

function isHeldAlone(locks: readonly Lock[], person: Value): boolean {
  return locks.some(({ on, id, mode }) => on === 'person' && id === person && mode === 'exclusive');
}

/**
 * Refuses what only erasing may do to a person's row (`AVOW_INVALID`): taking it away, marking it
 * as erased, or moving its generation; but that goes up by one where the act says that it replaces keys.
 */
export function checkPersonRows(
  changes: readonly Change[],
  rekeys: readonly PersonId[] = [],
): void {
  for (const { table, before, after } of changes) {
    if (table !== 'person') continue;
    const old = before as PersonRow | undefined;
    const row = after as PersonRow | undefined;
    const step = rekeys.some((id) => id === old?.id) ? 1 : 0;
    const isSame =
      old === undefined || (isLiving(old) && old.generation + step === row?.generation);
    if (isLiving(row) && isSame) continue;
    throw new VaultError('AVOW_INVALID', 'a person is erased by erase(), and in no other way');
  }
}

function isLiving(row: PersonRow | undefined): boolean {
  return row?.state === 'active' || row?.state === 'suspended';
}
