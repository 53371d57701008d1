import { setTimeout } from 'node:timers/promises';
import { kinds } from '../acting/deed.ts';
import { aimed, type Usual } from '../acting/storm.ts';
import { openWorld, type World, type WorldOptions } from '../world.ts';
import type { Anvil } from './blow.ts';

/** Harm that is done while requests are under way, and undone while more of them come. */
export interface Harm {
  /** Rejects if the harm cannot be done; the torture then has failed, not the program. */
  begin(): Promise<void>;
  /** How long it lasts, in milliseconds. */
  readonly lasts: number;
  end(): Promise<void>;
}

/**
 * Lets a harm fall again and again into the requests of one deployment. After each, everything is held
 * against the book.
 */
export async function through(
  anvil: Anvil,
  name: string,
  options: Partial<WorldOptions>,
  harm: (world: World, round: number) => Harm,
  prepare?: (world: World) => Promise<void>,
): Promise<void> {
  const { dice, tally, findings } = anvil;
  const usual: Usual = new Map();
  const world = await openWorld({
    ...anvil,
    home: `${anvil.folder}/${name}`,
    actors: 5,
    ...options,
  });
  try {
    await prepare?.(world);
    for (let round = 0; round < anvil.rounds; round++) {
      const aim = { kind: dice.one(kinds), nth: 1 + dice.below(4), fraction: dice.fraction() };
      const { begin, lasts, end } = harm(world, round);
      const storm = aimed(aim, usual, begin, { goesOn: true });
      const acting = world.act(storm);
      try {
        await storm.struck;
        await setTimeout(lasts);
      } finally {
        await end();
        // Some more of what came before: whoever was harmed must go on by itself.
        await setTimeout(50);
        storm.end();
        await acting;
      }
      findings.note(`${name} at ${JSON.stringify(aim)} for ${lasts} ms`);
      tally.blows += 1;
      tally.inFlight += storm.inFlight;
      await world.reckon();
      if (findings.all.length > 0) return;
    }
    await world.reckon(true);
  } finally {
    await world.end();
  }
}
