import { isFault, type Keyring, openEscrow } from '@avow/vault';
import type { KeySource } from '../places.ts';
import { type CustodyPlaces, openKeyring, withCustody } from './open.ts';

/** `earlier`: an attempt before this one had come so far; what it left behind is gone now. */
export type RootChanged = 'now' | 'earlier';

/**
 * Puts the keys under another root key. Cut off anywhere, either the old one opens them or the new one;
 * done again, it goes on from there. Rejects with `AVOW_KEYRING` if neither does.
 */
export async function changeRootKey(
  places: CustodyPlaces,
  to: Keyring | KeySource,
): Promise<RootChanged> {
  const next = await openKeyring(to, places);
  try {
    await withCustody(places, (custody) => custody.changeRoot(next));
    return 'now';
  } catch (problem) {
    if (!isFault(problem, 'AVOW_KEYRING') || !(await opens(places, next))) throw problem;
    return 'earlier';
  }
}

/** Whether this is the root key in force; what a change to it left behind goes. */
async function opens(places: CustodyPlaces, keyring: Keyring): Promise<boolean> {
  try {
    await withCustody({ ...places, keyring }, (custody) => custody.resume());
    return true;
  } catch (problem) {
    if (isFault(problem, 'AVOW_KEYRING')) return false;
    throw problem;
  }
}

/** An escrow, and the private key of one of its holders: texts, and what to call the key. */
export interface Recovery {
  readonly escrow: string;
  readonly holder: { readonly file: string; readonly text: string };
}

/**
 * Puts the keys under another root key, since the one in force was lost and is in escrow. Rejects with
 * `AVOW_ESCROW` if the escrow does not open, and with `AVOW_KEYRING` if the root key was changed after
 * it was made.
 */
export async function recoverRootKey(
  places: Omit<CustodyPlaces, 'keyring'>,
  { escrow, holder }: Recovery,
  to: Keyring | KeySource,
): Promise<RootChanged> {
  const next = await openKeyring(to, { ...places });
  const { keyring, recipient } = await openEscrow(escrow, holder);
  const from = { ...places, keyring };
  try {
    await withCustody(from, (custody) => custody.changeRoot(next, recipient));
    return 'now';
  } catch (problem) {
    if (!isFault(problem, 'AVOW_KEYRING') || !(await opens(from, next))) throw problem;
    return 'earlier';
  }
}
