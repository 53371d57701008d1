import type { NoteSigner } from '@avow/ledger';
import { isFault, VaultError } from '../fault.ts';
import type { Anchor } from '../port/anchor.ts';
import { faultName, type Observer } from '../port/observer.ts';
import type { Store } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { readCheckpoints } from './checkpoint.ts';
import { type Integrated, integration } from './integrate.ts';
import { checkAnchor, latestNote, sizeOf, WHAT_TO_DO } from './start.ts';
import { arrivedBy, lastArrival, lastStretch, waitingEntries } from './stretch.ts';

/**
 * How often a round that meets another sequencer's looks again. More than that is no coincidence.
 */
const ATTEMPTS = 20;

/** How often to look for entries that nobody here has committed, in milliseconds. */
const LOOK_MS = 500;

/** After these no round can do better; what was committed waits for a start. */
const FINAL = ['AVOW_CLOSED', 'AVOW_ANCHOR', 'AVOW_ROLLED_BACK'] as const;

interface SequencerParts {
  readonly store: Store;
  readonly signer: NoteSigner;
  readonly anchor: Anchor;
  /** What the anchor holds now. */
  readonly anchored: string | undefined;
  /** How long entries may wait before they are put into the tree together, in milliseconds. */
  readonly interval: number;
  readonly observer: Observer;
  /** Told, at each round and look, the number of the last entry that is known of, whoever wrote it. */
  onArrival(arrived: number): void;
  /**
   * Told of a fault in the background. Entries stay where they are, and the next round tries again.
   */
  report(fault: unknown): void;
}

/**
 * Puts committed entries into the tree, in order of arrival, and the checkpoint outside the stores.
 */
interface Sequencer {
  /** Entries have been committed: a round comes within the interval. */
  wake(): void;
  /** From now on looks after entries of others too: of a process that died before it put them in. */
  watch(): void;
  /**
   * A round now; resolves once everything committed before the call is in the tree and anchored.
   */
  flush(): Promise<void>;
  /** What the log was found broken by: shorter than it was, or not the one of the anchor. Undefined: it goes on. */
  broken(): unknown;
  /** No further rounds by itself. Resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** A sequencer of one log. Of several in as many processes each puts in what it finds. */
export function createSequencer(parts: SequencerParts): Sequencer {
  const { store, signer, anchor, interval } = parts;
  let anchored = parts.anchored;
  let timer: NodeJS.Timeout | undefined;
  let watcher: NodeJS.Timeout | undefined;
  let stopped = false;
  /** How large the tree was when it was last seen. */
  let seen = 0;
  /** Why no round is made any more: what was signed next would only be signed beside what was. */
  let broken: unknown;
  /** The end of the last round; rounds follow one another. */
  let tail: Promise<void> = Promise.resolve();

  function round(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const next = tail.then(observedRound);
    tail = next.catch(() => undefined);
    return next;
  }

  async function observedRound(): Promise<void> {
    const ended = parts.observer.round();
    try {
      if (broken !== undefined) throw broken;
      ended({ entries: await integrateAll() });
    } catch (problem) {
      ended({ fault: faultName(problem) });
      if (isFault(problem, 'AVOW_ROLLED_BACK')) {
        if (broken === undefined) parts.observer.broken();
        broken = problem;
      }
      throw problem;
    }
  }

  /** Resolves to how many entries were waiting. */
  async function integrateAll(): Promise<number> {
    await heedAnchor();
    const settled = await store.settled('entry');
    let done: Integrated & { readonly entries: number };
    let entries = 0;
    do {
      done = await integrateChunk(settled);
      entries += done.entries;
      parts.onArrival(done.arrived);
    } while (done.more);
    // The anchor moves once a round. A crash before leaves it behind the log, which a start mends.
    if (done.note !== undefined && done.note !== anchored) await moveAnchor(done.note);
    return entries;
  }

  /**
   * Looks at the anchor before anything is signed: a log that is put back may have been gone on with by
   * another process, and what was signed beside its checkpoints could not be taken back. What is put back
   * later in the round is found by its size, and by the swap of the anchor that ends the round.
   */
  async function heedAnchor(): Promise<void> {
    const kept = await anchor.read();
    // Of a log that was made just now nothing is kept yet.
    if (kept === undefined && anchored === undefined) return;
    await latestNote(store, kept, signer.vkey);
    anchored = kept;
    // A store that was put back before this process made a round of its own is shorter as well.
    if (kept !== undefined) seen = Math.max(seen, sizeOf(kept));
  }

  async function integrateChunk(
    settled: number,
  ): Promise<Integrated & { readonly entries: number }> {
    for (let attempt = 1; ; attempt++) {
      const [checkpoints, stretches] = await store.read([readCheckpoints(1), lastStretch]);
      const size = (checkpoints?.[0] as Stored<'checkpoint'> | undefined)?.size ?? 0;
      if (size < seen) {
        // A store that somebody put back under us, or a database that failed over to one that lags.
        throw new VaultError(
          'AVOW_ROLLED_BACK',
          `the log had ${seen} entries and has ${size}; ${WHAT_TO_DO}`,
        );
      }
      const arrived = arrivedBy(stretches?.[0] as Stored<'stretch'> | undefined);
      try {
        const done = await store.run(integration({ size, arrived, settled }, signer));
        seen = done.size;
        return { ...done, entries: done.size - size };
      } catch (problem) {
        // Another sequencer was quicker, or an unfinished COMMIT was kept: look again.
        if (!isFault(problem, 'AVOW_CONFLICT') || attempt === ATTEMPTS) throw problem;
      }
    }
  }

  async function moveAnchor(note: string): Promise<void> {
    const isMoved = await anchor.swap(anchored, note);
    // Another process may have moved it along the same log; anything else is refused.
    anchored = isMoved ? note : await checkAnchor(store, anchor, signer.vkey);
  }

  async function look(): Promise<void> {
    parts.onArrival(await lastArrival(store));
    const waiting = await waitingEntries(store, 1);
    if (waiting.length > 0) sequencer.wake();
  }

  const sequencer: Sequencer = {
    wake() {
      if (timer !== undefined || stopped || broken !== undefined) return;
      timer = setTimeout(() => {
        round().catch((problem) => {
          parts.report(problem);
          if (!isFault(problem, ...FINAL)) sequencer.wake();
        });
      }, interval);
    },
    watch() {
      watcher = setInterval(() => void look().catch(parts.report), LOOK_MS).unref();
    },
    flush: round,
    broken: () => broken,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearInterval(watcher);
      timer = undefined;
      await tail;
    },
  };
  return sequencer;
}
