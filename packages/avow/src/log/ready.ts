import { parseCheckpoint, verifyNote } from '@avow/ledger';
import type { Anchor, Vault } from '@avow/vault';
import type { Readiness } from '../face/index.ts';
import type { Log } from '../face/log.ts';

/** How long an entry may be seen waiting for the tree: five times what a log here promises itself. */
export const LONGEST_WAIT = 5_000;

/** Asks each part that must work before anybody is served. */
export async function readiness(vault: Vault, log: Log, anchor: Anchor): Promise<Readiness> {
  const [stores, sequencer, agrees] = await Promise.all([
    works(async () => {
      await vault.takesWrites();
      return true;
    }),
    works(async () => ((await log.pending()).oldest ?? 0) <= LONGEST_WAIT),
    works(() => isOurs(vault, anchor)),
  ]);
  return { stores, sequencer, anchor: agrees };
}

async function works(ask: () => Promise<boolean>): Promise<boolean> {
  return ask().catch(() => false);
}

/** The checkpoint outside is one of those that the log keeps. Before the first one there is none. */
async function isOurs(vault: Vault, anchor: Anchor): Promise<boolean> {
  const note = await anchor.read();
  if (note === undefined) return false;
  const { size } = parseCheckpoint(verifyNote(note, vault.vkey));
  const [kept] = await vault.read([{ table: 'checkpoint', by: 'key', equals: [size], limit: 1 }]);
  return kept[0]?.note === note;
}
