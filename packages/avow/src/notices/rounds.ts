import { type Clock, isFault } from '@avow/vault';

const MINUTE = 60_000;
/** How long after a round that left nobody waiting the next one looks whether anybody came to be concerned. */
const CALM = 60 * MINUTE;

/** Sends what waits, again and again, in the background. */
export interface Rounds {
  /** From now on a round every minute while somebody waits, and one every hour. */
  start(): void;
  /** A round now, or what comes of the one under way. Answers how many were tried. */
  now(): Promise<number>;
  /** There is something to send: the next look does not wait for the hour. */
  soon(): void;
  /** No further rounds; resolves when the one under way has come to the end of a message. */
  stop(): Promise<void>;
}

/** Whatever fails is told as a warning, once until a round goes well, and tried again at the next look. */
export function roundsOf(
  round: (
    isStopped: () => boolean,
  ) => Promise<{ readonly tried: number; readonly isOver: boolean }>,
  clock: Clock,
  doing = 'sending notices',
): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let calmSince: number | undefined;
  let told: string | undefined;
  let underWay: Promise<number> | undefined;

  async function run(): Promise<number> {
    calmSince = undefined;
    const { tried, isOver } = await round(() => isStopped);
    if (isOver) calmSince = clock.now();
    return tried;
  }

  function now(): Promise<number> {
    if (isStopped) return Promise.resolve(0);
    underWay ??= run().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  async function look(): Promise<void> {
    if (calmSince !== undefined && Math.abs(clock.now() - calmSince) < CALM) return;
    try {
      await now();
      told = undefined;
    } catch (problem) {
      if (isStopped) return;
      const code = isFault(problem) ? problem.code : 'AVOW_UNEXPECTED';
      if (code === told) return;
      told = code;
      process.emitWarning(`${doing} failed, and is tried again`, { code });
    }
  }

  return {
    now,
    soon() {
      calmSince = undefined;
    },
    start() {
      // Must not keep a process alive that has nothing else to do.
      timer = setInterval(() => void look(), MINUTE).unref();
      void look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay?.catch(() => undefined);
    },
  };
}
