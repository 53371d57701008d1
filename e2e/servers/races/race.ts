import { dice } from '../../../packages/avow/test/dice.ts';
import { type Contestants, contestantsOf, type Kind, kinds } from './contests.ts';
import type { Outcome, Side } from './side.ts';

/** What came of one race: the change's entry, and what the decisions beside and behind it came to. */
export interface Raced {
  readonly kind: Kind;
  readonly change: string;
  /** Sent together with the change. */
  readonly beside: Outcome;
  /** Sent when the change had been answered. */
  readonly behind: Outcome;
}

export interface Racing {
  readonly count: number;
  /** The same seed gives the same order of sending; who is quicker is up to the processes. */
  readonly seed: number;
  /** Races that are run at the same time, each about people of its own. */
  readonly lanes: number;
}

/**
 * Of every twenty lanes, how many are for each kind. An erasure rewrites the key store, and a mechanism is
 * ended while no decision at all is under way: they are dear.
 */
const shares: Readonly<Record<Kind, number>> = {
  withdrawal: 4,
  rejection: 4,
  end: 5,
  mechanism: 1,
  suspension: 4,
  erasure: 2,
};

/** Races decisions against changes on two processes, each as often on the one as on the other. */
export async function race(
  sides: readonly [Side, Side],
  { count, seed, lanes }: Racing,
): Promise<readonly Raced[]> {
  const roll = dice(seed);
  const raced: Raced[] = [];
  let begun = 0;

  async function run(kind: Kind, contestants: Contestants): Promise<void> {
    while (begun < count) {
      begun += 1;
      const contest = await contestants(sides[roll(2)]!);
      const changing = roll(2);
      const [one, other] = [sides[changing]!, sides[1 - changing]!];
      const decidesFirst = roll(2) === 0;
      const early = decidesFirst ? contest.decide(other) : undefined;
      const [change, beside] = await Promise.all([
        contest.change(one).then(async (entry) => ({ entry, behind: await contest.decide(other) })),
        early ?? contest.decide(other),
      ]);
      raced.push({ kind, change: change.entry, beside, behind: change.behind });
    }
  }

  const order = kinds.flatMap((kind) => Array<Kind>(shares[kind]).fill(kind));
  const running = Array.from({ length: lanes }, async (_, lane) => {
    const kind = order[lane % order.length]!;
    // The decision beside the change; the one behind it is refused.
    return run(kind, await contestantsOf(kind, sides[lane % 2]!, 1));
  });
  await Promise.all(running);
  return raced;
}
