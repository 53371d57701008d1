import { type Custody, type Keyring, openOutside, openVault } from '@avow/vault';
import { valueIn } from '../holds/value.ts';
import { findable } from '../items/findable.ts';
import { keptVerifierKey } from '../log/verifier-key.ts';
import type { KeySource } from '../places.ts';

/** A deployment by the places it lies in. */
export interface CustodyPlaces {
  readonly data: string;
  readonly keys: string;
  readonly keyring: Keyring | KeySource;
  /** Where the last checkpoint is kept: a file, or a database. */
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
  const { data, keys } = places;
  const { anchor, tombstones, verifierKey } = openOutside(places.anchor, [data, keys]);
  const vkey = await keptVerifierKey(verifierKey);
  const vault = await openVault({
    data,
    keys,
    keyring: await openKeyring(places.keyring, places),
    anchor,
    tombstones,
    origin: originIn(vkey),
    findable,
    valueIn,
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
function originIn(vkey: string): string {
  return vkey.split('+', 1)[0]!;
}
