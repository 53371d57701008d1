import { setTimeout } from 'node:timers/promises';
import type { Deployment } from '../deployment/deployment.ts';
import type { Anvil, Blow } from './blow.ts';
import { type Harm, through } from './through.ts';

/**
 * Every person's keys are wrapped anew while requests come, and whoever does it is killed: on PostgreSQL
 * a command beside the servers, and with it now and then a server; on SQLite the server itself.
 */
export const rotations: Blow = {
  name: 'keys replaced, and whoever does it killed',
  rounds: { sqlite: 2, postgres: 2 },
  strike(anvil) {
    return through(anvil, 'rotation', {}, ({ deployment }, round) =>
      anvil.engine === 'sqlite'
        ? byServer(anvil, deployment)
        : besideServers(anvil, deployment, round),
    );
  },
};

/** Begun while no server runs; the next one carries it on while it serves, and is killed in it. */
function byServer({ dice }: Anvil, deployment: Deployment): Harm {
  return {
    async begin() {
      await deployment.kill(0);
      await deployment.run(['keys', 'rotate', 'region', '--begin']);
      await deployment.begin(0);
      await setTimeout(dice.below(60));
      await deployment.kill(0);
    },
    lasts: 0,
    end: async () => void (await deployment.start(0)),
  };
}

/** How long the command needs before it does anything, and about how long for all of it: milliseconds. */
const BEFORE = 300;
const ALL = 900;

function besideServers({ dice }: Anvil, deployment: Deployment, round: number): Harm {
  // Every other time one of the servers is killed with it.
  const place = round % 2 === 1 ? dice.below(2) : undefined;
  return {
    async begin() {
      await deployment.run(['keys', 'rotate', 'region'], BEFORE + dice.below(ALL));
      if (place !== undefined) await deployment.kill(place);
    },
    lasts: dice.below(100),
    async end() {
      if (place !== undefined) await deployment.start(place);
    },
  };
}
