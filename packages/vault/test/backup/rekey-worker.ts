/**
 * Gives somebody new keys, seals everything of theirs under these, and ends. Run by rekeyed.test.ts:
 * `node rekey-worker.ts <data> <keys> <anchor> <root key in hex> <person>`.
 */
import { openAnchorFile, openVault, type PersonId } from '../../src/index.ts';
import { replaceKeys } from '../deeds.ts';
import { keyringOf } from '../root-key.ts';

const [data = '', keys = '', anchor = '', rootKey = '', person = ''] = process.argv.slice(2);
const vault = await openVault({
  ...{ data, keys, anchor: openAnchorFile(anchor) },
  keyring: keyringOf(Buffer.from(rootKey, 'hex')),
  origin: 'market.example/avow',
});
await replaceKeys(vault, person as PersonId);
await vault.rekey(person as PersonId);
await vault.close();
