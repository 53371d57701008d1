import type { KeyObject } from 'node:crypto';
import { VaultError } from '../fault.ts';
import { nameOf, numbersOf, rowNamed, secretPlace } from '../keys/names.ts';
import { noteDown, noteIn, strikeOut } from '../keys/notes.ts';
import { regionLock, unwrapRegion } from '../keys/region-keys.ts';
import { secretRows } from '../keys/secrets.ts';
import type { SecretRow } from '../keys/tables.ts';
import { wrapKey } from '../keys/wrap.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Random } from '../port/random.ts';
import type { Change } from '../port/store.ts';
import { changeSecrets, conclude, type RotationParts, record } from './parts.ts';

/**
 * Wraps the region key under another root key, in one unit: before it the old one opens the store
 * and the new one does not, after it the other way round. What is left of the old wrapping is for
 * {@link concludeRoot}. `recipient`: by whose key the old one came out of escrow.
 */
export async function changeRoot(
  parts: RotationParts,
  next: Keyring,
  recipient: string | undefined,
): Promise<void> {
  const old = await rootInForce(parts);
  const fresh = await next.rootKey('first');
  if (old.equals(fresh)) {
    throw new VaultError('AVOW_KEYRING', 'the new root key is the old one; choose another');
  }
  if (recipient !== undefined) await record(parts, { kind: 'recovery', recipient });
  await record(parts, { kind: 'rotation', key: 'root', state: 'begun' });
  await changeSecrets(parts, regionLock('exclusive'), (rows, now) => [
    ...rewrapped(rows, old, fresh, parts.tools.random),
    ...outdated(rows),
    noteDown(rows, 'root', now),
    noteDown(rows, 'rotation/root', now),
  ]);
  parts.keyring.change(next);
}

/** The root key, seen to be the one that the region key is under now. `AVOW_KEYRING`. */
export async function rootInForce({ keyring, keys }: RotationParts): Promise<KeyObject> {
  const root = await keyring.rootKey('later');
  const rows = await secretRows(keys);
  unwrapRegion(rows, numbersOf(rows, 'region').at(-1)!, root);
  return root;
}

/** Makes what {@link changeRoot} left behind disappear. */
export async function concludeRoot(parts: RotationParts, note: SecretRow): Promise<void> {
  await conclude(parts, note, regionLock('exclusive'));
}

/** Every region key there is. `AVOW_KEYRING` if somebody has changed the root key meanwhile. */
function rewrapped(
  rows: readonly SecretRow[],
  old: KeyObject,
  fresh: KeyObject,
  random: Random,
): readonly Change[] {
  return numbersOf(rows, 'region').map((number) => {
    const name = nameOf('region', number);
    const before = rowNamed(rows, name)!;
    const wrapped = wrapKey(fresh, secretPlace(name), unwrapRegion(rows, number, old), random);
    return { table: 'secret', before, after: { ...before, wrapped } };
  });
}

/** What holders of an escrow have is the old root key. */
function outdated(rows: readonly SecretRow[]): readonly Change[] {
  const escrow = noteIn(rows, 'escrow');
  if (escrow === undefined) return [];
  return [...strikeOut(rows, 'escrow'), noteDown(rows, 'escrow/outdated', escrow.created)];
}
