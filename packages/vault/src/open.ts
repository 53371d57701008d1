import { dirname } from 'node:path';
import { createVault } from './create.ts';
import { VaultError } from './fault.ts';
import { isInside } from './inside.ts';
import { keySchema } from './keys/tables.ts';
import type { Anchor } from './port/anchor.ts';
import { type Clock, systemClock } from './port/clock.ts';
import type { Keyring } from './port/keyring.ts';
import { type Random, systemRandom } from './port/random.ts';
import { openSqlite } from './sqlite/open.ts';
import { dataSchema } from './tables.ts';
import type { Vault } from './vault.ts';

export interface VaultOptions {
  /** The data store's file. */
  readonly data: string;
  /**
   * The key store's file, in another folder: whoever copies the data must not get the keys along
   * with it.
   */
  readonly keys: string;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  /**
   * The log's name: a host and path without scheme, such as `market.example/avow`. Never changes.
   */
  readonly origin: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** How long entries may wait for the tree, in milliseconds. Default 250. */
  readonly interval?: number;
  /** Kinds of evidence that law keeps beyond erasure. Default none. */
  readonly keep?: readonly string[];
  /** Told of faults in the background. Default: a process warning with the fault's code. */
  readonly report?: (fault: unknown) => void;
}

/**
 * Opens (or makes) a vault on SQLite. Rejects with `AVOW_KEYRING`, `AVOW_LOCKED`, `AVOW_SCHEMA`,
 * `AVOW_DURABILITY`, `AVOW_STORE`, `AVOW_ANCHOR`, or `AVOW_ROLLED_BACK` if the stores are older
 * than the checkpoint kept outside them; each says what to do, and leaves everything as it was.
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  refuseUnlessApart(options.data, options.keys);
  const { clock = systemClock, random = systemRandom(), interval = 250, keep = [] } = options;
  const { keyring, anchor, origin, report = warn } = options;
  const data = openSqlite(options.data, dataSchema, { clock });
  try {
    const keys = openSqlite(options.keys, keySchema, { clock, secureDelete: true });
    try {
      const ports = { data, keys, keyring, anchor, clock, random };
      return await createVault({ ...ports, origin, interval, keep, report });
    } catch (problem) {
      await keys.close();
      throw problem;
    }
  } catch (problem) {
    await data.close();
    throw problem;
  }
}

function refuseUnlessApart(data: string, keys: string): void {
  if (!isInside(dirname(data), keys)) return;
  throw new VaultError('AVOW_KEYRING', "the key store's file must lie outside the data's folder");
}

function warn(fault: unknown): void {
  const code = fault instanceof VaultError ? fault.code : 'AVOW_UNEXPECTED';
  process.emitWarning('work in the background failed', { code });
}
