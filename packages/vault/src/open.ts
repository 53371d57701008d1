import { isPostgres } from './connection-string.ts';
import { createVault } from './create.ts';
import { VaultError } from './fault.ts';
import type { ValueIn } from './hold/hold.ts';
import type { FindableIn } from './index/findable.ts';
import { keySchema } from './keys/tables.ts';
import { observed } from './observed.ts';
import { openStore, refuseUnlessApart, type StoreSettings } from './place.ts';
import type { Anchor } from './port/anchor.ts';
import { type Clock, systemClock } from './port/clock.ts';
import type { Keyring } from './port/keyring.ts';
import { nobody, type Observer } from './port/observer.ts';
import { type Random, systemRandom } from './port/random.ts';
import type { Schema } from './port/schema.ts';
import type { ScrubbingStore } from './port/store.ts';
import type { Tombstones } from './port/tombstones.ts';
import { dataSchema } from './tables.ts';
import type { Vault } from './vault.ts';

/** Where a vault lies, and how it is kept. */
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
  /**
   * What people are found by, so that it can be made anew when the key of the indexes is replaced. While
   * nobody who has the vault tells, that waits.
   */
  readonly findable?: FindableIn;
  /**
   * Which category a piece of evidence is itself a value of. Default none: then evidence stays until an
   * erasure no longer waits for a hold.
   */
  readonly valueIn?: ValueIn;
  /** Told what goes on. Default: nobody. */
  readonly observer?: Observer;
  /**
   * Says that the machine's clock is right, although the last entry is over 30 days ago. Until somebody
   * does, nothing is removed. Asked only of a clock that is watched, as the machine's own is.
   */
  readonly acceptClock?: boolean;
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
  const { keyring, anchor, tombstones, origin, observer = nobody, report = warn } = options;
  const { carriesOn = true, acceptClock, queue, findable, valueIn } = options;
  const settings = { clock, observer, ...(queue === undefined ? {} : { queue }) };
  const data = await openObserved('data', options.data, dataSchema, settings);
  try {
    const scrubbing = { ...settings, secureDelete: true };
    const keys = await openObserved('keys', options.keys, keySchema, scrubbing);
    try {
      const ports = { data, keys, keyring, anchor, tombstones, clock, random };
      const said = { observer, report, acceptClock, findable, valueIn };
      return await createVault({ ...ports, origin, interval, keep, carriesOn, ...said });
    } catch (problem) {
      await keys.close();
      throw problem;
    }
  } catch (problem) {
    await data.close();
    throw problem;
  }
}

/** Opens one of the two stores, and tells what is handed to it from then on. */
async function openObserved(
  which: 'data' | 'keys',
  place: string,
  schema: Schema,
  options: Omit<StoreSettings, 'observer'> & { readonly observer: Observer },
): Promise<ScrubbingStore> {
  const observer = options.observer.store(which, isPostgres(place) ? 'postgresql' : 'sqlite');
  return observed(await openStore(place, schema, { ...options, observer }), observer);
}

function warn(fault: unknown): void {
  const code = fault instanceof VaultError ? fault.code : 'AVOW_UNEXPECTED';
  process.emitWarning('work in the background failed', { code });
}
