import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openAnchorFile, openVault, type Vault } from '@avow/vault';

/** A fresh vault below `folder`, with the settings that a deployment has; only its root key is not stretched from a passphrase. */
export function freshVault(folder: string): Promise<Vault> {
  const root = createSecretKey(randomBytes(32));
  return openVault({
    data: join(folder, 'data', 'vault.sqlite'),
    keys: join(folder, 'keys', 'keys.sqlite'),
    keyring: { rootKey: async () => root, source: 'made for this run' },
    anchor: openAnchorFile(join(folder, 'anchor', 'checkpoint')),
    origin: 'bench.example/avow',
  });
}
