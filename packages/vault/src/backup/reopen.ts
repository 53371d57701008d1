import { type Checkpoint, verifyCheckpoint } from '@avow/ledger';
import { createVault } from '../create.ts';
import { type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import { removeKeys } from '../keys/key-rows.ts';
import { openStore } from '../place.ts';
import type { Clock } from '../port/clock.ts';
import type { Keyring } from '../port/keyring.ts';
import { type Random, systemRandom } from '../port/random.ts';
import type { ScrubbingStore, Store } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { PersonRow } from '../tables.ts';
import type { Vault } from '../vault.ts';
import { endHolds, ensureHold } from './holds.ts';
import { schemas } from './manifest.ts';
import { memoryAnchor } from './memory-anchor.ts';
import type { Stage } from './stage.ts';

/** Entries of the log that are gone: from position `from` to before `to`, or to nobody knows where. */
export interface Loss {
  readonly from: number;
  readonly to: number | undefined;
}

interface Reopening {
  readonly stage: Stage;
  /** The checkpoint that came with the backup. */
  readonly came: string;
  /** The one that was kept outside the stores. */
  readonly anchored: string | undefined;
  readonly vkey: string;
  readonly keyring: Keyring;
  readonly tombstones: Tombstones;
  readonly acceptLoss: boolean;
  readonly keep: readonly string[];
  readonly clock: Clock;
}

interface Reopened {
  /** The checkpoint that the log now ends with. */
  readonly note: string;
  readonly erased: number;
  readonly loss: Loss | undefined;
}

/**
 * Opens the stores that came back, once and for nobody: what waited for the log goes into it, the
 * log says that it was restored, and whoever is on the list is erased.
 */
export async function reopen(parts: Reopening): Promise<Reopened> {
  const random = systemRandom();
  const anchor = memoryAnchor(parts.came);
  const { data, keys, vault } = await openStaged(parts, anchor, random);
  let erased: number;
  let loss: Loss | undefined;
  try {
    const size = read(await vault.checkpoint(), parts.vkey).size;
    loss = lossOf(size, parts);
    if (loss !== undefined && !parts.acceptLoss) refuse(loss);
    await record(data, vault, random, { size, anchored: parts.anchored ?? null });
    const tools = { mint: () => vault.mint(), random };
    erased = await eraseAgain({ data, keys, vault, tools }, parts.tombstones);
    await closeAgain({ data, vault, tools }, parts.tombstones);
  } finally {
    await vault.close();
  }
  return { note: (await anchor.read())!, erased, loss };
}

async function openStaged(
  { stage, came, vkey, keyring, tombstones, keep, clock }: Reopening,
  anchor: ReturnType<typeof memoryAnchor>,
  random: Random,
): Promise<{ data: Store; keys: ScrubbingStore; vault: Vault }> {
  const { origin } = read(came, vkey);
  const data = await openStore(stage.data.file, schemas.data, { clock });
  try {
    const keys = await openStore(stage.keys.file, schemas.keys, { clock, secureDelete: true });
    try {
      const settings = { interval: 250, keep, carriesOn: false, report: () => undefined };
      const ports = { data, keys, keyring, anchor, tombstones, clock, random };
      return { data, keys, vault: await createVault({ ...ports, ...settings, origin }) };
    } catch (problem) {
      await keys.close();
      throw problem;
    }
  } catch (problem) {
    await data.close();
    throw problem;
  }
}

/** Counted once everything that waited is in the log: it may be all that the anchor is ahead by. */
function lossOf(size: number, { anchored, vkey }: Reopening): Loss | undefined {
  if (anchored === undefined) return { from: size, to: undefined };
  const had = read(anchored, vkey).size;
  return had > size ? { from: size, to: had } : undefined;
}

function refuse({ from, to }: Loss): never {
  const what =
    to === undefined
      ? `the checkpoint kept outside the stores is missing: nobody can say what came after entry ${from - 1}`
      : `the log comes back with ${from} entries and had ${to}: entries ${from} to ${to - 1} are lost`;
  throw new VaultError('AVOW_ROLLED_BACK', `${what}; take a newer backup, or accept the loss`);
}

/** The log itself tells that it was restored, and what it had come to before. */
async function record(
  data: Store,
  vault: Vault,
  random: Random,
  came: { readonly size: number; readonly anchored: string | null },
): Promise<void> {
  await data.run({
    locks: [{ on: 'log', id: vault.origin, mode: 'exclusive' }],
    reads: [],
    decide(_, { now }) {
      const scribe = { mint: () => vault.mint(), random, now };
      const { changes } = writeOwnEntry({ kind: 'restore', ...came }, null, [], scribe);
      return { changes, answer: undefined };
    },
  });
}

/** Stores that came back, open. */
interface Restored {
  readonly data: Store;
  readonly vault: Vault;
  readonly tools: WritingTools;
}

/** Resolves to how many people had come back. */
async function eraseAgain(
  { data, keys, vault, tools }: Restored & { readonly keys: ScrubbingStore },
  tombstones: Tombstones,
): Promise<number> {
  let erased = 0;
  for await (const person of tombstones.people()) {
    const state = await stateOf(vault, person);
    if (state === undefined || state === 'erased') {
      // Registered after the data was copied, and erased after the keys were.
      await removeKeys(keys, person);
      continue;
    }
    // A hold that the backup has was lifted since, else they would not have been erased.
    await endHolds(data, tools, person);
    const { receipt, swept } = await vault.erase(person);
    if (receipt !== null || state === 'held') erased += 1;
    await swept;
  }
  await keys.scrub();
  return erased;
}

/** Whoever asked to be erased and is under a hold is closed again, as they were. */
async function closeAgain({ data, vault, tools }: Restored, tombstones: Tombstones): Promise<void> {
  for await (const person of tombstones.held()) {
    const state = await stateOf(vault, person);
    if (state !== 'active' && state !== 'suspended') continue;
    await ensureHold(data, tools, person);
    await (await vault.erase(person)).swept;
  }
}

async function stateOf(vault: Vault, person: PersonId): Promise<string | undefined> {
  const [[row]] = await vault.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
  return (row as PersonRow | undefined)?.state;
}

function read(note: string, vkey: string): Checkpoint {
  try {
    return verifyCheckpoint(note, vkey);
  } catch (cause) {
    throw new VaultError('AVOW_ANCHOR', 'a checkpoint is not signed by the key of this log', {
      cause,
    });
  }
}
