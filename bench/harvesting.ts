import { join } from 'node:path';
import { type Outcome, playDay } from './harvesting/platform.ts';
import { atLeast, type Row, type Section, type Table } from './report.ts';

/** What the limits and the crowds are divided by: 1 is a whole day under the market's own limits. */
const sizes = { tiny: 20, quick: 20, full: 1 } as const;
const SEED = 2;

/** Benchmark 9: of a generated day, who is found to harvest, and who is wrongly. On SQLite. */
export const harvesting: Section = async ({ scale, folder }) => {
  const by = sizes[scale];
  const outcomes = await playDay(join(folder, 'harvesting'), SEED, by);
  return [found(outcomes, by), each(outcomes)];
};

function found(outcomes: readonly Outcome[], by: number): Table {
  const caught = outcomes.filter((one) => one.caught);
  const right = caught.filter(({ actor }) => !actor.isHonest);
  const dishonest = outcomes.filter(({ actor }) => !actor.isHonest);
  return {
    title: `9  Harvesting: a generated day${by === 1 ? '' : `, limits and crowds divided by ${by}`}`,
    rows: [
      {
        what: `precision: of ${caught.length} caught, who harvested`,
        result: share(right.length, caught.length),
        goal: atLeast(0.9, ''),
      },
      {
        what: `recall: of ${dishonest.length} who harvested, who was caught`,
        result: share(right.length, dishonest.length),
        goal: atLeast(0.75, ''),
      },
    ],
  };
}

function each(outcomes: readonly Outcome[]): Table {
  const kinds = [...Map.groupBy(outcomes, ({ actor }) => actor.kind)];
  const rows = kinds.map(([kind, all]): Row => {
    const { isHonest } = all[0]!.actor;
    const seen = Math.max(...all.map((one) => one.seen));
    return {
      what: `${isHonest ? 'honest   ' : 'dishonest'}  ${kind}: of ${all.length}`,
      result: { unit: 'caught', samples: [all.filter(({ caught }) => caught).length] },
      more: { 'most people seen': { unit: '', samples: [seen] } },
    };
  });
  return { title: '9  Who was caught, by kind, and how many people each could look at', rows };
}

function share(some: number, all: number): Row['result'] {
  return all === 0 ? { wrong: 'there were none' } : { unit: '', samples: [some / all] };
}
