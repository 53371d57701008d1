import { setTimeout } from 'node:timers/promises';
import type { OwnDraft } from '../entry/body.ts';
import { type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { isFault, VaultError } from '../fault.ts';
import type { FindableIn } from '../index/findable.ts';
import type { ChangingKeyring } from '../keyring/changing.ts';
import type { IndexKeys } from '../keys/index-keys.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { readSecretRows, rowNamed } from '../keys/names.ts';
import { type RotatedKey, strikeOut } from '../keys/notes.ts';
import type { RegionKeys } from '../keys/region-keys.ts';
import type { SecretRow } from '../keys/tables.ts';
import type { Change, Lock, ScrubbingStore, Store } from '../port/store.ts';

/** What keys are replaced with. */
export interface RotationParts {
  readonly data: Store;
  readonly keys: ScrubbingStore;
  readonly region: RegionKeys;
  readonly keyring: ChangingKeyring;
  readonly tools: WritingTools;
  readonly keyStore: KeyStore;
  readonly index: IndexKeys;
  /** What people are found by; undefined if nobody told, and then no digest is made anew. */
  readonly findable: FindableIn | undefined;
  /** Rejects with `AVOW_CLOCK` while the clock is in doubt. */
  believed(): Promise<void>;
  /** Aborted when it is time to stop; looked at between two steps. */
  readonly signal: AbortSignal;
}

/** How far a rotation has come: `done` of `total` have been looked at; keys, or with `index` people. */
export interface Progress {
  readonly key: RotatedKey;
  readonly done: number;
  readonly total: number;
}

/** Is told how far it has come, after each step. */
export type Tell = (progress: Progress) => void;

/** Leaves an entry in the log that changes nothing in the data. */
export async function record(
  { data, tools }: Pick<RotationParts, 'data' | 'tools'>,
  draft: OwnDraft,
): Promise<void> {
  await data.run({
    locks: [],
    reads: [],
    decide(_, { now }) {
      const { changes } = writeOwnEntry(draft, null, [], { ...tools, now });
      return { changes, answer: undefined };
    },
  });
}

/** One change of what the key store knows of the deployment, by nobody else at the same time. */
export async function changeSecrets(
  { keys }: Pick<RotationParts, 'keys'>,
  lock: Lock,
  changesOf: (rows: readonly SecretRow[], now: number) => readonly Change[],
): Promise<void> {
  await keys.run({
    locks: [lock],
    reads: [readSecretRows],
    decide: ([rows], { now }) => ({
      changes: changesOf(rows as readonly SecretRow[], now),
      answer: undefined,
    }),
  });
}

/**
 * The end of a rotation, when nothing is under the old key any more and its row is gone: no byte of
 * it stays in the files, the log says so, and the note goes that was found at the beginning. Cut
 * off, it is done again, and the log says it twice.
 */
export async function conclude(parts: RotationParts, note: SecretRow, lock: Lock): Promise<void> {
  const key = note.name.slice('rotation/'.length) as RotatedKey;
  await scrub(parts);
  await record(parts, { kind: 'rotation', key, state: 'done' });
  await changeSecrets(parts, lock, (rows) =>
    // Another process may have been quicker, and begun the next: that one's note stays.
    rowNamed(rows, note.name)?.created === note.created ? strikeOut(rows, `rotation/${key}`) : [],
  );
}

/** A backup or a doctor that looks at the keys is over in a moment. */
const SCRUBS = 60;
const PAUSE_MS = 500;

/**
 * Scrubs the key store; waits a while for whoever reads an older state of it. `AVOW_BUSY` if that
 * goes on.
 */
export async function scrub({ keys, signal }: RotationParts): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await keys.scrub();
      return;
    } catch (problem) {
      if (!isFault(problem, 'AVOW_BUSY') || attempt === SCRUBS) throw problem;
    }
    await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => refuseIfStopped(signal));
  }
}

/** To be called between two steps of long work. */
export function refuseIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new VaultError('AVOW_CLOSED', 'it goes on at the next start');
}
