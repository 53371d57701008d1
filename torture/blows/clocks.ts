import { once } from 'node:events';
import { join } from 'node:path';
import type { Deployment } from '../deployment/deployment.ts';
import type { Blow } from './blow.ts';
import { through } from './through.ts';

const preload = join(import.meta.dirname, '../deployment/jumping-clock.ts');

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Where a clock jumps to, from where the others are, and so from where it should be. */
const JUMPS = [
  SECOND,
  -SECOND,
  3 * 365 * DAY,
  -HOUR,
  HOUR,
  40 * DAY,
  -DAY,
  0,
  -400 * DAY,
  2 * DAY,
  -10 * 365 * DAY,
  60 * SECOND,
];

/** Further ahead than this a clock is not believed: writes are refused until it is put right. */
const BELIEVED = DAY;

/** How likely a server starts anew with the clock where it is. */
const STARTS = 0.3;

/** Clocks that jump back and forth, of each server by itself; also where one starts with a wrong one. */
export const clocks: Blow = {
  name: 'clocks that jump',
  rounds: { sqlite: 12, postgres: 12 },
  strike(anvil) {
    const { dice } = anvil;
    const prepare = async ({ deployment }: { readonly deployment: Deployment }) => {
      for (const place of deployment.servers.keys()) {
        await deployment.stop(place);
        await deployment.start(place, { preload });
      }
    };
    return through(
      anvil,
      'clock',
      {},
      ({ deployment }, round) => {
        const place = dice.below(deployment.servers.length);
        const offset = JUMPS[round % JUMPS.length]!;
        return {
          begin: () => jump(deployment, place, offset),
          lasts: 100,
          async end() {
            // A start would take it for the time, and rightly let expire what nobody keeps so long.
            if (offset > BELIEVED) return jump(deployment, place, 0);
            // As on a machine that keeps no time while it is off: behind all that is on record.
            const isLost = offset < -BELIEVED;
            if (!isLost && dice.fraction() >= STARTS) return;
            await deployment.kill(place);
            await deployment.start(place, {
              preload,
              environment: { TORTURE_CLOCK: String(offset) },
            });
            // Somebody tells it the time at once, or a later round does.
            if (isLost && dice.fraction() < 0.5) await jump(deployment, place, 0);
          },
        };
      },
      prepare,
    );
  },
};

async function jump(deployment: Deployment, place: number, offset: number): Promise<void> {
  const { process } = deployment.servers[place]!;
  const jumped = once(process, 'message');
  process.send({ offset });
  await jumped;
}
