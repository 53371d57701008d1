/**
 * One process of several on the same vault: `node vault-worker.ts <data> <keys> <anchor> <root key
 * in hex> <interval>`. Registers and collects without end, and sends each answer it was given.
 */
import { openAnchorFile, openVault } from '../../src/index.ts';
import { collect, register } from '../deeds.ts';
import { keyringOf } from '../root-key.ts';

const [data = '', keys = '', anchor = '', rootKey = '', interval = '250'] = process.argv.slice(2);
const vault = await openVault({
  data,
  keys,
  keyring: keyringOf(Buffer.from(rootKey, 'hex')),
  anchor: openAnchorFile(anchor),
  origin: 'market.example/avow',
  interval: Number(interval),
});

async function work(): Promise<void> {
  while (process.connected) {
    const person = await register(vault);
    const { entry } = await collect(vault, person, `${person} lives somewhere`);
    process.send?.({ person, entry });
  }
}

process.send!('ready');
await Promise.all([work(), work(), work(), work()]);
await vault.close();
