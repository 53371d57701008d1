import { join } from 'node:path';
import { kinds } from '../acting/deed.ts';
import { aimed, type Usual } from '../acting/storm.ts';
import type { Dice } from '../dice.ts';
import { openWorld, type World } from '../world.ts';
import type { Anvil, Blow } from './blow.ts';

/** How often one deployment is killed: an audit goes through all that was done to it before. */
const A_DEPLOYMENT = 50;

/** How often whoever starts again is killed in that as well: it mends what it finds, which are writes too. */
const IN_START = 0.8;

/** What is known of how long things take: milliseconds. */
interface Times {
  readonly usual: Usual;
  start: number;
}

/**
 * SIGKILL of a server, or of both, somewhere in the middle of each kind of write in turn; and mostly once more,
 * somewhere in the start that follows.
 */
export const kills: Blow = {
  name: 'SIGKILL of a server',
  // Signals, not rounds: two servers that are killed at once are two.
  rounds: { sqlite: 100, postgres: 100 },

  async strike(anvil) {
    const times: Times = { usual: new Map(), start: 1_000 };
    const order = shuffled(kinds, anvil.dice.of('order'));
    let done = 0;
    while (anvil.tally.blows < anvil.rounds) {
      const world = await openWorld({
        ...anvil,
        home: join(anvil.folder, `kills-${done}`),
        dice: anvil.dice.of(`deployment ${done}`),
        actors: 5,
      });
      try {
        for (let time = 0; time < A_DEPLOYMENT && anvil.tally.blows < anvil.rounds; time++) {
          await killOnce(world, anvil, times, order[done++ % order.length]!);
          await world.reckon();
          if (anvil.findings.all.length > 0) return;
        }
        await world.reckon(true);
      } finally {
        await world.end();
      }
    }
  },
};

async function killOnce(
  { deployment, dice, ...world }: World,
  { tally, findings }: Anvil,
  times: Times,
  kind: (typeof kinds)[number],
): Promise<void> {
  const aim = { kind, nth: 1 + dice.below(4), fraction: dice.fraction() };
  const victims = victimsAmong(deployment.servers.length, dice);
  const storm = aimed(aim, times.usual, async () => {
    await Promise.all(victims.map((place) => deployment.kill(place)));
  });
  await world.act(storm);
  await storm.struck;
  findings.note(`killed ${victims} at ${JSON.stringify(aim)}, ${storm.inFlight} in flight`);
  tally.blows += victims.length;
  tally.inFlight += storm.inFlight;
  await world.lookForKeys();
  if (dice.fraction() < IN_START) {
    const after = victims.map(() => dice.fraction() * times.start);
    await Promise.all(after.map((each) => deployment.startKilled(each)));
    findings.note(`killed in the next start after ${after.map(Math.round)} ms`);
    tally.blows += victims.length;
    await world.lookForKeys();
  }
  const began = performance.now();
  await Promise.all(victims.map((place) => deployment.start(place)));
  times.start = performance.now() - began;
}

/** One of the servers, or all of them. */
function victimsAmong(count: number, dice: Dice): number[] {
  const all = [...Array(count).keys()];
  return dice.fraction() < 2 / 3 ? all : [dice.below(count)];
}

function shuffled<T>(list: readonly T[], dice: Dice): readonly T[] {
  return list
    .map((each) => ({ each, at: dice.fraction() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
