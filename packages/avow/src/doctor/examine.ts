import {
  type Examined,
  examineVault,
  type Keyring,
  openAnchorFile,
  openTombstoneFile,
} from '@avow/vault';
import { AvowError } from '../fault.ts';
import { readVerifierKey } from '../log/verifier-key.ts';
import { type KeySource, tombstonesBeside } from '../places.ts';

/** A deployment by the files it lies in. */
export interface ExamineAvowOptions {
  readonly data: string;
  readonly keys: string;
  readonly keyring: Keyring | KeySource;
  /** The file with the last checkpoint. */
  readonly anchor: string;
  /** Further files that their owner alone should read, such as the passphrase. */
  readonly files?: readonly string[];
  /** A folder that backups are taken into. */
  readonly backups?: string;
}

/**
 * How a deployment stands, one thing after another; see `examineVault`. Only reads. Rejects with
 * `AVOW_OPTIONS` if no verifier key lies beside the anchor, and with `AVOW_KEYRING` if there is no
 * passphrase.
 */
export async function examineAvow(options: ExamineAvowOptions): Promise<readonly Examined[]> {
  const { data, keys, keyring, anchor, files = [], backups } = options;
  const vkey = await readVerifierKey(anchor);
  if (vkey === undefined) {
    throw new AvowError('AVOW_OPTIONS', 'has no verifier key beside it; put both back', 'anchor');
  }
  const tombstones = tombstonesBeside(anchor);
  return examineVault({
    data,
    keys,
    vkey,
    keyring: typeof keyring === 'function' ? await keyring([data, keys]) : keyring,
    anchor: openAnchorFile(anchor),
    tombstones: openTombstoneFile(tombstones),
    files: [anchor, tombstones, ...files],
    ...(backups === undefined ? {} : { backups }),
  });
}
