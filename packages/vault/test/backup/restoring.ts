import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  openAnchorFile,
  openTombstoneFile,
  openVault,
  type Restored,
  type RestoreOptions,
  restoreBackup,
  takeBackup,
  type Vault,
} from '../../src/index.ts';
import { keyringOf, makePlace, type Place } from '../place.ts';

/** A vault's place whose stores can be lost and put back into other folders. */
export interface Restoring extends Place {
  readonly rootKey: Uint8Array;
  backUp(name?: string): Promise<string>;
  /** Puts a backup back into a new pair of places, by what is kept outside the stores. */
  restore(backup: string, more?: Partial<RestoreOptions>): Promise<Back>;
}

/** What came of a restore, and where it put the stores. */
export interface Back {
  readonly data: string;
  readonly keys: string;
  readonly restored: Restored;
  open(): Promise<Vault>;
}

export function makeRestoring(vkey: () => string, rootKey = randomBytes(32)): Restoring {
  const place = makePlace(rootKey);
  const anchor = openAnchorFile(place.anchor);
  const tombstones = openTombstoneFile(place.tombstones);
  const keyring = keyringOf(rootKey);
  let times = 0;
  return {
    ...place,
    rootKey,
    async backUp(name = 'backup') {
      const to = join(place.folder, name);
      await takeBackup({ data: place.data, keys: place.keys, to });
      return to;
    },
    async restore(backup, more = {}) {
      times += 1;
      const data = join(place.folder, `back-${times}`, 'data', 'data.sqlite');
      const keys = join(place.folder, `back-${times}`, 'keys', 'keys.sqlite');
      const from = { data: join(backup, 'data'), keys: join(backup, 'keys') };
      const outside = { keyring, anchor, tombstones, vkey: vkey() };
      const restored = await restoreBackup({ from, to: { data, keys }, ...outside, ...more });
      const open = () => openVault({ data, keys, ...outside, origin: 'market.example/avow' });
      return { data, keys, restored, open };
    },
  };
}
