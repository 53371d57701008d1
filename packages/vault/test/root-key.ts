import { createSecretKey } from 'node:crypto';
import type { Keyring } from '../src/index.ts';

/** A keyring whose key is at hand, so that not every test stretches a passphrase. */
export function keyringOf(rootKey: Uint8Array): Keyring {
  return { rootKey: async () => createSecretKey(rootKey), source: 'a key made for this test' };
}
