import { createVault } from './create.ts';
import { VaultError } from './fault.ts';
import { keySchema } from './keys/tables.ts';
import { openStore, refuseUnlessApart } from './place.ts';
import type { Anchor } from './port/anchor.ts';
import { type Clock, systemClock } from './port/clock.ts';
import type { Keyring } from './port/keyring.ts';
import { type Random, systemRandom } from './port/random.ts';
import type { Tombstones } from './port/tombstones.ts';
import { dataSchema } from './tables.ts';
import type { Vault } from './vault.ts';

export interface VaultOptions {
  /** Where the data store is: a SQLite file, or a PostgreSQL connection string. */
  readonly data: string;
  /**
   * Where the key store is: a file in another folder, or a database of its own, best on another
   * server; whoever copies the data must not get the keys along with it.
   */
  readonly keys: string;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  /**
   * Where it is written down who was erased, outside both stores. Without it a restored backup
   * brings erased people back, so `restoreBackup` asks for it.
   */
  readonly tombstones?: Tombstones;
  /**
   * The log's name: a host and path without scheme, such as `market.example/avow`. Never changes.
   */
  readonly origin: string;
  readonly clock?: Clock;
  readonly random?: Random;
  /** How long entries may wait for the tree, in milliseconds. Default 250. */
  readonly interval?: number;
  /**
   * How much may wait in each store before more is refused with `AVOW_BUSY`, at once. Default 4,096.
   */
  readonly queue?: number;
  /** Kinds of evidence that law keeps beyond erasure. Default none. */
  readonly keep?: readonly string[];
  /** Whether keys that are being replaced go on to be, in the background. Default yes. */
  readonly carriesOn?: boolean;
  /** Told of faults in the background. Default: a process warning with the fault's code. */
  readonly report?: (fault: unknown) => void;
}

/**
 * Opens (or makes) a vault. On SQLite one process has it; on PostgreSQL any number may, and each
 * does for the others what they left undone. Rejects with `AVOW_KEYRING`, `AVOW_LOCKED`, `AVOW_SCHEMA`,
 * `AVOW_DURABILITY`, `AVOW_STORE`, `AVOW_ANCHOR`, or `AVOW_ROLLED_BACK` if the stores are older
 * than the checkpoint kept outside them; each says what to do, and leaves everything as it was.
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  await refuseUnlessApart(options.data, options.keys);
  const { clock = systemClock, random = systemRandom(), interval = 250, keep = [] } = options;
  const { keyring, anchor, tombstones, origin, report = warn } = options;
  const { carriesOn = true } = options;
  const settings = { clock, ...(options.queue === undefined ? {} : { queue: options.queue }) };
  const data = await openStore(options.data, dataSchema, settings);
  try {
    const keys = await openStore(options.keys, keySchema, { ...settings, secureDelete: true });
    try {
      const ports = { data, keys, keyring, anchor, tombstones, clock, random };
      return await createVault({ ...ports, origin, interval, keep, carriesOn, report });
    } catch (problem) {
      await keys.close();
      throw problem;
    }
  } catch (problem) {
    await data.close();
    throw problem;
  }
}

function warn(fault: unknown): void {
  const code = fault instanceof VaultError ? fault.code : 'AVOW_UNEXPECTED';
  process.emitWarning('work in the background failed', { code });
}
