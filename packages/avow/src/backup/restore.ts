import {
  type Keyring,
  openOutside,
  openTombstoneFile,
  type Restored,
  restoreBackup,
} from '@avow/vault';
import { editionsIn } from '../audit/audit.ts';
import { replayBy } from '../audit/replay.ts';
import { verifierKeyOf } from '../log/verifier-key.ts';
import type { KeySource } from '../places.ts';

/** A backup, the places it goes to, and what lay outside the stores when they were lost. */
export interface RestoreAvowOptions {
  /** The two folders of the backup. */
  readonly from: { readonly data: string; readonly keys: string };
  /** Where the stores go, files or connection strings; nothing may be there yet. */
  readonly to: { readonly data: string; readonly keys: string };
  readonly keyring: Keyring | KeySource;
  /** Where the last checkpoint is kept: a file, or a database. */
  readonly anchor: string;
  /** The list of erased people, a file. Default: beside the anchor. */
  readonly tombstones?: string;
  /** The log's verifier key. Default: what lies beside the anchor. */
  readonly vkey?: string;
  /** Goes on although the log is older than the anchor, or the anchor is gone. */
  readonly acceptLoss?: boolean;
  /** Told how far a store has been brought into its database, in rows. */
  readonly progress?: (store: 'data' | 'keys', done: number, total: number) => void;
}

/**
 * Puts a deployment's stores back where nothing is; see `restoreBackup`. Every decision in the log is
 * decided again by the version of the policy that it cites. API keys are in no backup, since a restore
 * would bring revoked ones back: a server makes a first one again. Rejects with `AVOW_OPTIONS` if nobody
 * says by which key the log signs, and with the codes of `restoreBackup`.
 */
export async function restoreAvow(options: RestoreAvowOptions): Promise<Restored> {
  const { from, to, keyring, progress, tombstones: listed } = options;
  const { anchor, tombstones, verifierKey } = openOutside(options.anchor, [to.data, to.keys]);
  const vkey = await verifierKeyOf(options.vkey, verifierKey);
  return restoreBackup({
    from,
    to,
    vkey,
    keyring: typeof keyring === 'function' ? await keyring([to.data, to.keys]) : keyring,
    anchor,
    tombstones: listed === undefined ? tombstones : openTombstoneFile(listed),
    acceptLoss: options.acceptLoss ?? false,
    replay: async (store) => replayBy(await editionsIn(store)),
    ...(progress === undefined ? {} : { progress }),
  });
}
