import type { ValueIn } from './hold/hold.ts';
import type { FindableIn } from './index/findable.ts';
import type { Anchor } from './port/anchor.ts';
import type { Clock } from './port/clock.ts';
import type { Keyring } from './port/keyring.ts';
import type { Observer } from './port/observer.ts';
import type { Random } from './port/random.ts';
import type { ScrubbingStore, Store } from './port/store.ts';
import type { Tombstones } from './port/tombstones.ts';

/** What a vault is put together from. */
export interface VaultParts {
  /** Holds the data schema. The vault closes it. */
  readonly data: Store;
  /** Holds the key schema, apart from the data. The vault closes it. */
  readonly keys: ScrubbingStore;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly tombstones?: Tombstones | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** The log's name: a host and path without scheme, such as `market.example/avow`. */
  readonly origin: string;
  /** How long entries may wait for the tree, in milliseconds. */
  readonly interval: number;
  /** Kinds of evidence that law keeps beyond erasure. */
  readonly keep: readonly string[];
  /** Whether to carry on by itself with keys that are being replaced. Default yes. */
  readonly carriesOn?: boolean;
  /** What people are found by. Without it the key of the indexes is not replaced to its end. */
  readonly findable?: FindableIn | undefined;
  /** What evidence is a value itself. Default none. */
  readonly valueIn?: ValueIn | undefined;
  /** Told what goes on. Default: nobody. */
  readonly observer?: Observer;
  /** Somebody looked, and the clock is right, however long the last entry is ago. */
  readonly acceptClock?: boolean | undefined;
  /** Told of faults in the background (sequencer, sweeps). */
  report(fault: unknown): void;
}
