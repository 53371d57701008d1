import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Keyring,
  openAnchorFile,
  openVault,
  type Vault,
  type VaultOptions,
} from '../src/index.ts';

/** A folder of one test, with everything a vault needs, to be opened as often as the test likes. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly keys: string;
  readonly anchor: string;
  open(options?: Partial<VaultOptions>): Promise<Vault>;
  remove(): void;
}

export function makePlace(rootKey: Uint8Array = randomBytes(32)): Place {
  const folder = mkdtempSync(join(tmpdir(), 'avow-vault-'));
  const place = {
    folder,
    data: join(folder, 'data', 'vault.sqlite'),
    keys: join(folder, 'keys', 'keys.sqlite'),
    anchor: join(folder, 'anchor', 'checkpoint'),
  };
  return {
    ...place,
    open: (options = {}) =>
      openVault({
        data: place.data,
        keys: place.keys,
        keyring: keyringOf(rootKey),
        anchor: openAnchorFile(place.anchor),
        origin: 'market.example/avow',
        ...options,
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A keyring whose key is at hand, so that not every test stretches a passphrase. */
export function keyringOf(rootKey: Uint8Array): Keyring {
  return { rootKey: async () => createSecretKey(rootKey), source: 'a key made for this test' };
}
