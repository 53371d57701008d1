import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Contest, contestantsOf, type Kind, kinds } from '../../e2e/servers/races/contests.ts';
import { type ProcessSide, startProcess } from '../../e2e/servers/races/process-side.ts';
import type { Outcome } from '../../e2e/servers/races/side.ts';
import { placesIn } from '../../e2e/servers/races/verdict.ts';
import type { PostgresStores } from '../deployment/postgres.ts';
import type { Dice } from '../dice.ts';
import type { Anvil, Blow } from './blow.ts';

/** Decisions that are raced against each change: many, since what a change is about has to be made first. */
const FIELD = 50;
/** Changes at the same time, each about people of its own. */
const LANES = 40;
/**
 * Of ten lanes, how many are for each kind. An erasure rewrites the key store, and whatever is handed over is sealed:
 * these are dear, and a tenth of all is ten thousand.
 */
const SHARES: Readonly<Record<Kind, number>> = {
  withdrawal: 1,
  rejection: 3,
  end: 1,
  mechanism: 1,
  suspension: 3,
  erasure: 1,
};

/** A change, and what the decisions came to that were sent around it. */
interface Raced {
  readonly kind: Kind;
  readonly change: string;
  readonly around: readonly Outcome[];
  readonly behind: Outcome;
}

/** Withdrawal, end, erasure and suspension against decisions, on two processes; counted by decision. */
export const races: Blow = {
  name: 'decisions raced against changes',
  rounds: { postgres: 100_000 },
  async strike(anvil) {
    const home = join(anvil.folder, 'races');
    const { data, keys, ...stores } = (await anvil.stores(home)) as PostgresStores;
    const args = [data, keys, join(home, 'anchor/checkpoint'), randomBytes(32).toString('hex')];
    const sides = await Promise.all([startProcess(args), startProcess(args)]);
    try {
      const raced = await runAll(sides, anvil);
      // What has not been put into the log yet is put there before they end.
      await Promise.all(sides.map((side) => side.stop()));
      judge(raced, await placesIn(data), anvil);
    } finally {
      for (const side of sides) side.kill();
      if (anvil.findings.all.length === 0) await stores.remove();
    }
  },
};

async function runAll(sides: readonly ProcessSide[], { rounds, dice }: Anvil): Promise<Raced[]> {
  const raced: Raced[] = [];
  let begun = 0;
  const order = kinds.flatMap((kind) => Array<Kind>(SHARES[kind]).fill(kind));
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const kind = order[lane % order.length]!;
      const own = dice.of(`lane ${lane}`);
      const contestants = await contestantsOf(kind, own.one(sides), FIELD);
      while (begun < rounds) {
        begun += FIELD;
        raced.push({ kind, ...(await race(await contestants(own.one(sides)), sides, own)) });
      }
    }),
  );
  return raced;
}

/** Some decisions are sent before the change, some after it, on both processes. */
async function race(contest: Contest, sides: readonly ProcessSide[], dice: Dice) {
  const before = dice.below(FIELD + 1);
  const decide = () => contest.decide(dice.one(sides));
  const early = Array.from({ length: before }, decide);
  const changing = contest
    .change(dice.one(sides))
    .then(async (change) => ({ change, behind: await decide() }));
  const late = Array.from({ length: FIELD - before }, decide);
  const [changed, ...around] = await Promise.all([changing, ...early, ...late]);
  return { ...changed, around };
}

/** Permitted if and only if it stands before the change in the log; never when sent behind it. */
function judge(
  raced: readonly Raced[],
  places: ReadonlyMap<string, number>,
  { tally, findings }: Anvil,
): void {
  for (const kind of kinds) {
    // A race that one side always wins shows nothing.
    const all = raced.filter((each) => each.kind === kind).flatMap(({ around }) => around);
    for (const side of [true, false]) {
      if (!all.some(({ permitted }) => permitted === side)) {
        findings.add(`no decision of a ${kind} was ${side ? 'permitted' : 'refused'}`);
      }
    }
  }
  for (const { kind, change, around, behind } of raced) {
    const changed = places.get(change) ?? Number.NaN;
    const isRight = ({ permitted, entry }: Outcome): boolean =>
      // About somebody erased nothing is decided, so nothing is in the log.
      entry === undefined ? !permitted : permitted === (places.get(entry) ?? Number.NaN) < changed;
    tally.blows += around.length;
    tally.acknowledged += around.length + 2;
    tally.refused += around.filter(({ permitted }) => !permitted).length;
    if (behind.permitted) findings.add(`permitted after the ${kind} had returned: ${behind.entry}`);
    if (Number.isNaN(changed)) findings.add(`LOST: the entry ${change} of a ${kind}`);
    for (const each of around.filter((outcome) => !isRight(outcome))) {
      findings.add(`${kind} ${change} at ${changed}: ${JSON.stringify(each)}`);
    }
  }
}
