import { type Clock, isFault, type Vault } from '@avow/vault';

/** How often what is past its time is removed. Nobody can read it in between. */
const SWEEP_EVERY = 3_600_000;
/** How often the clock is looked at, so that neither a sleeping machine nor a clock put right is missed. */
const LOOK_EVERY = 60_000;

/** Removes what is past its time, again and again, in the background. */
export interface Sweeper {
  /** Looks at once, and from then on every minute. */
  start(): void;
  /** Sweeps if an hour has passed since it last did, and does nothing else. Never rejects. */
  look(): Promise<void>;
  /** No further sweeps. Closes, which stops the one under way between two of its acts. */
  stop(close: () => Promise<void>): Promise<void>;
}

/**
 * Whatever fails is told as a warning, once until something else comes of it, and tried again at the
 * next look. A fault of the vault says what to do and holds nothing personal; of any other the code does.
 */
export function sweeperOf(vault: Pick<Vault, 'sweepExpired'>, clock: Clock): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let last = Number.NEGATIVE_INFINITY;
  let told: string | undefined;
  let underWay: Promise<void> | undefined;

  function look(): Promise<void> {
    // Also due if the clock went back by as much: then nobody knows when the last one was.
    if (underWay === undefined && !isStopped && Math.abs(clock.now() - last) >= SWEEP_EVERY) {
      underWay = sweep().finally(() => {
        underWay = undefined;
      });
    }
    return underWay ?? Promise.resolve();
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    try {
      await vault.sweepExpired();
      last = now;
      told = undefined;
    } catch (problem) {
      if (isStopped) return;
      const [code, why] = isFault(problem)
        ? [problem.code, `: ${problem.message}`]
        : ['AVOW_UNEXPECTED', ''];
      if (code === told) return;
      told = code;
      process.emitWarning(`removing what is past its time failed${why}`, { code });
    }
  }

  return {
    look,
    start() {
      // Must not keep a process alive that has nothing else to do.
      timer = setInterval(() => void look(), LOOK_EVERY).unref();
      void look();
    },
    async stop(close) {
      isStopped = true;
      clearInterval(timer);
      try {
        await close();
      } finally {
        await underWay;
      }
    },
  };
}
