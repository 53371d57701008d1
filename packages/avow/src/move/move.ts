import { type Keyring, type Moved, moveStores, openOutside } from '@avow/vault';
import { editionsIn } from '../audit/audit.ts';
import { replayBy } from '../audit/replay.ts';
import { verifierKeyOf } from '../log/verifier-key.ts';
import type { KeySource } from '../places.ts';

/** A deployment that nobody is at work on, and the places that its stores go to. */
export interface MoveAvowOptions {
  /** Where the stores are: files or connection strings. */
  readonly from: { readonly data: string; readonly keys: string };
  /** Where they go; nothing may be there yet. */
  readonly to: { readonly data: string; readonly keys: string };
  readonly keyring: Keyring | KeySource;
  /** Where the last checkpoint is kept: a file, or a database. It stays where it is. */
  readonly anchor: string;
  /** The log's verifier key. Default: what lies beside the anchor. */
  readonly vkey?: string;
  /** Told how far a store has been copied, in rows. */
  readonly progress?: (store: 'data' | 'keys', done: number, total: number) => void;
}

/**
 * Copies a deployment's stores to other places, on the same engine or the other, and audits them there
 * before anybody can use them; see `moveStores`. Every decision in the log is decided again by the
 * version of the policy that it cites. Rejects with `AVOW_OPTIONS` if nobody says by which key the log
 * signs, and with the codes of `moveStores`.
 */
export async function moveAvow(options: MoveAvowOptions): Promise<Moved> {
  const { from, to, keyring, progress } = options;
  const stores = [from.data, from.keys, to.data, to.keys];
  const { anchor, verifierKey } = openOutside(options.anchor, stores);
  const vkey = await verifierKeyOf(options.vkey, verifierKey);
  return moveStores({
    from,
    to,
    vkey,
    keyring: typeof keyring === 'function' ? await keyring(stores) : keyring,
    anchor,
    replay: async (store) => replayBy(await editionsIn(store)),
    ...(progress === undefined ? {} : { progress }),
  });
}
