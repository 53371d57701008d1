import {
  type Custody,
  type Keyring,
  openAnchorFile,
  openTombstoneFile,
  openVault,
} from '@avow/vault';
import { AvowError } from '../fault.ts';
import { findable } from '../items/findable.ts';
import { readVerifierKey } from '../log/verifier-key.ts';
import { type KeySource, tombstonesBeside } from '../places.ts';

/** A deployment by the places it lies in. */
export interface CustodyPlaces {
  readonly data: string;
  readonly keys: string;
  readonly keyring: Keyring | KeySource;
  /** The file with the last checkpoint. */
  readonly anchor: string;
}

/**
 * Opens a deployment to do something with its keys, and for nothing else. On SQLite no server may have
 * it open (`AVOW_LOCKED`); on PostgreSQL any number may. Rejects with `AVOW_OPTIONS` if no verifier key
 * lies beside the anchor, and with the codes of `openVault`.
 */
export async function withCustody<A>(
  places: CustodyPlaces,
  work: (custody: Custody) => Promise<A>,
): Promise<A> {
  const { data, keys, anchor } = places;
  const vault = await openVault({
    data,
    keys,
    keyring: await openKeyring(places.keyring, places),
    anchor: openAnchorFile(anchor),
    tombstones: openTombstoneFile(tombstonesBeside(anchor)),
    origin: await originBeside(anchor),
    findable,
    carriesOn: false,
  });
  try {
    return await work(vault.custody);
  } finally {
    await vault.close();
  }
}

export async function openKeyring(
  source: Keyring | KeySource,
  { data, keys }: Pick<CustodyPlaces, 'data' | 'keys'>,
): Promise<Keyring> {
  return typeof source === 'function' ? source([data, keys]) : source;
}

/** A verifier key begins with the log's name (C2SP signed-note). */
async function originBeside(anchor: string): Promise<string> {
  const vkey = await readVerifierKey(anchor);
  if (vkey !== undefined) return vkey.split('+', 1)[0]!;
  throw new AvowError('AVOW_OPTIONS', 'has no verifier key beside it; put both back', 'anchor');
}
