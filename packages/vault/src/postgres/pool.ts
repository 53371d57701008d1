import { VaultError } from '../fault.ts';
import { asFault } from './fault.ts';
import type { Session } from './session.ts';

/**
 * How long a server that could not be reached is left alone: at first, and at most, in
 * milliseconds.
 */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Connections, opened when they are needed and kept; at most so many. */
export interface Pool {
  /** Waits for a connection, and has it alone until `work` is done. */
  use<A>(work: (session: Session) => Promise<A>): Promise<A>;
  /** When nothing is at work any more. */
  close(): Promise<void>;
}

/**
 * A pool that begins with `first`. A server that cannot be reached is tried again after a pause
 * that doubles; until then whoever asks is refused at once with `AVOW_STORE`, so that nobody queues
 * up before a closed door.
 */
export function openPool(first: Session, open: () => Promise<Session>, most: number): Pool {
  const idle: Session[] = [first];
  const waiting: ((handed: Session | undefined) => void)[] = [];
  let count = 1;
  let pause = 0;
  let closedUntil = 0;

  async function take(): Promise<Session> {
    for (let session = idle.pop(); session !== undefined; session = idle.pop()) {
      if (!session.isLost) return session;
      count -= 1;
    }
    if (count < most) return openOne();
    const handed = await new Promise<Session | undefined>((resolve) => waiting.push(resolve));
    return handed ?? openOne();
  }

  async function openOne(): Promise<Session> {
    count += 1;
    try {
      if (performance.now() < closedUntil) {
        throw new VaultError('AVOW_STORE', 'the server cannot be reached');
      }
      const session = await open();
      pause = 0;
      return session;
    } catch (problem) {
      count -= 1;
      if (performance.now() >= closedUntil) {
        pause = Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
        closedUntil = performance.now() + pause;
      }
      // The next in the queue must not wait for a connection that will not come back.
      waiting.shift()?.(undefined);
      throw asFault(problem);
    }
  }

  function give(session: Session): void {
    if (session.isLost) count -= 1;
    const next = waiting.shift();
    if (next !== undefined) next(session.isLost ? undefined : session);
    else if (!session.isLost) idle.push(session);
  }

  return {
    async use(work) {
      const session = await take();
      try {
        return await work(session);
      } finally {
        give(session);
      }
    },

    async close() {
      await Promise.all(idle.splice(0).map((session) => session.end()));
    },
  };
}
