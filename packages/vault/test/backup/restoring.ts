import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dataSchema,
  keySchema,
  type Manifest,
  openAnchorFile,
  openTombstoneFile,
  openVault,
  type PersonId,
  type Restored,
  type RestoreOptions,
  restoreBackup,
  takeBackup,
  type Vault,
} from '../../src/index.ts';
import { openReader } from '../../src/place.ts';
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
  return {
    ...place,
    rootKey,
    async backUp(name = 'backup') {
      const to = join(place.folder, name);
      await takeBackup({ data: place.data, keys: place.keys, to });
      return to;
    },
    async restore(backup, more = {}) {
      const to = {
        data: await place.elsewhere('data'),
        keys: await place.elsewhere('keys'),
        ...more.to,
      };
      const from = { data: join(backup, 'data'), keys: join(backup, 'keys') };
      const outside = { keyring, anchor, tombstones, vkey: vkey() };
      const restored = await restoreBackup({ from, ...outside, ...more, to });
      const open = () => openVault({ ...to, ...outside, origin: 'market.example/avow' });
      return { ...to, restored, open };
    },
  };
}

/** The file of one store in a backup. */
export function fileOf(backup: string, half: 'data' | 'keys'): string {
  const { [half]: copied } = JSON.parse(
    readFileSync(join(backup, half, 'manifest.json'), 'utf8'),
  ) as Manifest;
  return join(backup, half, copied.file);
}

/** How many rows a person has in a table of a store. */
export async function countOf(
  place: string,
  half: 'data' | 'keys',
  table: string,
  person: PersonId,
): Promise<number> {
  const reader = await openReader(place, half === 'data' ? dataSchema : keySchema);
  let rows = 0;
  for await (const row of reader.scan({ table })) if (row['person'] === person) rows += 1;
  await reader.close();
  return rows;
}
