import type { AnyAvow } from '../services.ts';
import { neighboursAt, type RegionUrls } from './neighbours.ts';

/** How often it is asked whether what came from other regions still stands, in ms. */
const EVERY = 3_600_000;
/** How often it is looked whether it is time, so that a machine that slept is not late. */
const LOOK_EVERY = 60_000;

/** Asks other regions again and again, in the background. */
export interface Rounds {
  stop(): Promise<void>;
}

/**
 * One round at once and then one an hour, in every process: a round that another makes as well finds that
 * there is less to do. What fails is told as a warning and tried again a minute later; what came runs out
 * in the end, whether or not a round ever succeeds.
 */
export function roundsOf(avow: AnyAvow, urls: RegionUrls): Rounds {
  const neighbours = neighboursAt(urls);
  let underWay: Promise<void> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let isStopped = false;

  function look(): void {
    if (underWay !== undefined || isStopped || performance.now() - last < EVERY) return;
    underWay = avow.transfers.renew(neighbours).then(
      ({ unasked }) => {
        underWay = undefined;
        if (unasked === 0) last = performance.now();
        else warn('could not ask every region; what came from there runs out within a day');
      },
      () => {
        underWay = undefined;
        if (!isStopped) warn('failed; it is tried again in a minute');
      },
    );
  }

  const timer = setInterval(look, LOOK_EVERY).unref();
  look();
  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

function warn(what: string): void {
  const code = 'AVOW_REGION_UNREACHED';
  process.emitWarning(`asking other regions whether transfers stand ${what}`, { code });
}
