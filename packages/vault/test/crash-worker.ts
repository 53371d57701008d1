/**
 * Works a vault as hard as it can until it is killed, and prints each answer it was given, one line
 * each. Begins when it is told something, so that it can be started ahead of its turn. Run by
 * crash.test.ts and backup/load.test.ts: `node crash-worker.ts <data> <keys> <anchor> <root key in hex>`.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { isFault, openAnchorFile, openTombstoneFile, openVault } from '../src/index.ts';
import { CLASSES, collect, register, show } from './deeds.ts';
import { keyringOf } from './root-key.ts';

const [data = '', keys = '', anchor = '', rootKey = ''] = process.argv.slice(2);
await once(process.stdin, 'data');
const vault = await openVault({
  data,
  keys,
  keyring: keyringOf(Buffer.from(rootKey, 'hex')),
  anchor: openAnchorFile(anchor),
  tombstones: openTombstoneFile(`${anchor}.tombstones`),
  origin: 'market.example/avow',
  interval: 5,
});

/**
 * Straight to the pipe: what has been answered must be told even if the next instruction is the
 * last.
 */
function tell(...words: readonly string[]): void {
  writeSync(1, `${words.join(' ')}\n`);
}

/** A backup holds the keys still while it copies them; whoever destroys some is told to try again. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (problem) {
      if (!isFault(problem, 'AVOW_BUSY')) throw problem;
      await setImmediate();
    }
  }
}

async function work(): Promise<never> {
  for (;;) {
    const person = await register(vault);
    tell('person', person);
    for (let at = 0; at < 5; at++) {
      const { record, entry } = await collect(vault, person, `${person} ${at}`);
      tell('record', record, entry, person);
      const shown = await show(vault, await vault.keysFor(person, CLASSES));
      tell('entry', shown.entry);
    }
    if (Math.random() < 0.3) {
      await patiently(() => vault.erase(person));
      tell('erased', person);
    }
  }
}

/** Replaces the region key again and again, under all the others. */
async function replaceKeys(): Promise<never> {
  for (;;) {
    await patiently(() => vault.custody.begin('region'));
    await patiently(() => vault.custody.resume());
    tell('region');
  }
}

await Promise.all([...Array.from({ length: 16 }, work), replaceKeys()]);
