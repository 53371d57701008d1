import { createVault } from '../../src/create.ts';
import {
  type Clock,
  dataSchema,
  type FindableIn,
  type Keyring,
  keySchema,
  openAnchorFile,
  openTombstoneFile,
  type ScrubbingStore,
  systemClock,
  systemRandom,
  type Vault,
} from '../../src/index.ts';
import { openStore } from '../../src/place.ts';
import type { Place } from '../place.ts';

type Through = (store: ScrubbingStore) => ScrubbingStore;

/** What stands between a vault and its stores, and what else it is opened with. */
interface ThroughOptions {
  readonly keyring: Keyring;
  readonly data?: Through;
  readonly keys?: Through;
  readonly clock?: Clock;
  readonly findable?: FindableIn;
}

/** A vault that reaches its stores through something that a test put there. It does nothing by itself. */
export async function openThrough(
  place: Place,
  {
    keyring,
    data = (store) => store,
    keys = (store) => store,
    clock = systemClock,
    findable,
  }: ThroughOptions,
): Promise<Vault> {
  return createVault({
    data: data(await openStore(place.data, dataSchema, { clock })),
    keys: keys(await openStore(place.keys, keySchema, { clock, secureDelete: true })),
    keyring,
    anchor: openAnchorFile(place.anchor),
    tombstones: openTombstoneFile(place.tombstones),
    clock,
    random: systemRandom(),
    origin: 'market.example/avow',
    interval: 3_600_000,
    keep: [],
    carriesOn: false,
    ...(findable && { findable }),
    report: () => undefined,
  });
}
