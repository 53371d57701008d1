import { type Examined, examineVault, type Keyring, openOutside } from '@avow/vault';
import { keptVerifierKey } from '../log/verifier-key.ts';
import type { KeySource } from '../places.ts';

/** A deployment by the files it lies in. */
export interface ExamineAvowOptions {
  readonly data: string;
  readonly keys: string;
  readonly keyring: Keyring | KeySource;
  /** Where the last checkpoint is kept: a file, or a database. */
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
  const { data, keys, keyring, files = [], backups } = options;
  const { anchor, tombstones, verifierKey, ...outside } = openOutside(options.anchor, [data, keys]);
  const vkey = await keptVerifierKey(verifierKey);
  return examineVault({
    data,
    keys,
    vkey,
    keyring: typeof keyring === 'function' ? await keyring([data, keys]) : keyring,
    anchor,
    tombstones,
    outside: options.anchor,
    files: [...outside.files, ...files],
    ...(backups === undefined ? {} : { backups }),
  });
}
