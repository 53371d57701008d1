import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  openAnchorFile,
  openTombstoneFile,
  openVault,
  type Vault,
  type VaultOptions,
} from '../src/index.ts';
import { keyringOf } from './root-key.ts';
import { onPostgres } from './stores.ts';

export { keyringOf } from './root-key.ts';

export { onPostgres } from './stores.ts';

const databases = onPostgres ? await import('./postgres/database.ts') : undefined;
const server = await databases?.serverUrl();

/** Where one test has everything a vault needs, to be opened as often as the test likes. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly keys: string;
  readonly anchor: string;
  readonly tombstones: string;
  open(options?: Partial<VaultOptions>): Promise<Vault>;
  /** Another empty place for a store, in a folder or a database of its own. */
  elsewhere(name: string): Promise<string>;
  /** What is in every file in which the key store, or its journal, may keep something. */
  keyFiles(): Promise<readonly Buffer[]>;
  remove(): void;
}

export function makePlace(rootKey: Uint8Array = randomBytes(32)): Place {
  const folder = mkdtempSync(join(tmpdir(), 'avow-vault-'));
  const store = (name: string) =>
    server === undefined
      ? join(folder, name, `${name}.sqlite`)
      : databases!.databaseAt(server, `avow_${name}_${randomBytes(6).toString('hex')}`);
  const data = store('data');
  const keys = store('keys');
  const anchor = join(folder, 'anchor', 'checkpoint');
  const tombstones = `${anchor}.tombstones`;
  let made: Promise<unknown> | undefined;
  return {
    folder,
    data,
    keys,
    anchor,
    tombstones,
    async open(options = {}) {
      made ??= Promise.all([databases?.makeIt(data), databases?.makeIt(keys)]);
      await made;
      return openVault({
        data,
        keys,
        keyring: keyringOf(rootKey),
        anchor: openAnchorFile(anchor),
        tombstones: openTombstoneFile(tombstones),
        origin: 'market.example/avow',
        ...options,
      });
    },
    async elsewhere(name) {
      if (databases !== undefined) return databases.newDatabase();
      return join(folder, `elsewhere-${randomBytes(4).toString('hex')}`, name, `${name}.sqlite`);
    },
    async keyFiles() {
      const places = (await databases?.placesOf(keys)) ?? [dirname(keys)];
      return places.flatMap(filesIn).flatMap(contentOf);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Nothing, if it has gone since it was listed: a server's files come and go. */
function contentOf(file: string): readonly Buffer[] {
  try {
    return [readFileSync(file)];
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}

/** The files of a folder, and of those in it; a file is its own. */
function filesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
