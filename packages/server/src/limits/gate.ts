import { HttpFault } from '../http/fault.ts';

export interface GateOptions {
  /** How much of it may go on at a time. Default 2. */
  readonly atOnce?: number;
  /** How many may wait for their turn. Default 32. */
  readonly waiting?: number;
  /** What one is told who finds the queue full: seconds until it is worth trying again. Default 2. */
  readonly retryAfter?: number;
}

/**
 * Lets dear work through a few at a time. A memory-hard hash is dear by design: without a gate,
 * whoever sends a thousand logins at once takes a thousand times its memory, and every thread that
 * hashes. In this process alone.
 */
export interface Gate {
  /**
   * Does the work when its turn comes, in the order of asking. Rejects with `AVOW_BUSY` at once if
   * too many are waiting.
   */
  through<A>(work: () => Promise<A>): Promise<A>;
  /** How much goes on, and how much waits. */
  readonly load: { readonly running: number; readonly waiting: number };
}

export function createGate(options: GateOptions = {}): Gate {
  const { atOnce = 2, waiting = 32, retryAfter = 2 } = options;
  if (!(atOnce >= 1 && waiting >= 0)) throw new RangeError('a gate lets at least one through');
  const queue: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) {
      throw new HttpFault('AVOW_BUSY', { headers: { 'retry-after': String(retryAfter) } });
    }
    // Whoever leaves hands its place on, so that nobody new slips in between.
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  function leave(): void {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async through(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    get load() {
      return { running, waiting: queue.length };
    },
  };
}
