import { createSecretKey, randomBytes } from 'node:crypto';
import { openAnchorFile, openVault, type Vault } from '@avow/vault';
import { type Place, storesOf } from '../place.ts';

/** A fresh vault in a place of its own, with the settings that a deployment has; only its root key is not stretched from a passphrase. */
export async function freshVault(place: Place): Promise<Vault> {
  const { data, keys, anchor } = await storesOf(place);
  const root = createSecretKey(randomBytes(32));
  return openVault({
    data,
    keys,
    keyring: { rootKey: async () => root, source: 'made for this run' },
    anchor: openAnchorFile(anchor),
    origin: 'bench.example/avow',
  });
}
