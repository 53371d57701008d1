import { join } from 'node:path';
import { type Outcome, playDay } from './harvesting/platform.ts';
import { atLeast, type Row, type Section, type Table } from './report.ts';

/** What the limits and the crowds are divided by: 1 is a whole day under the market's own limits. */
const sizes = { tiny: 20, quick: 20, full: 1 } as const;
/** Days that differ by chance alone: none of them was looked at when the limits were chosen. */
const seeds = { tiny: [2, 3, 5], quick: [2, 3, 5, 7, 11], full: [2, 3, 5, 7, 11] } as const;

/** Benchmark 9: of a generated day, who is found to harvest, and who is wrongly. On SQLite. */
export const harvesting: Section = async ({ scale, folder }) => {
  const by = sizes[scale];
  const days: Outcome[][] = [];
  for (const seed of seeds[scale]) {
    days.push(await playDay(join(folder, `harvesting-${seed}`), seed, by));
  }
  return [found(days, by), each(days)];
};

/** Day by day, so that a figure stands beside the worst and the best of them. */
function found(days: readonly (readonly Outcome[])[], by: number): Table {
  const shares = days.map((outcomes) => {
    const caught = outcomes.filter((one) => one.caught);
    const dishonest = outcomes.filter(({ actor }) => !actor.isHonest);
    const right = caught.filter(({ actor }) => !actor.isHonest).length;
    return { precision: right / Math.max(1, caught.length), recall: right / dishonest.length };
  });
  const samples = (name: 'precision' | 'recall') => ({
    unit: '',
    samples: shares.map((one) => one[name]),
  });
  return {
    title: `9  Harvesting: ${days.length} generated days${by === 1 ? '' : `, limits and crowds divided by ${by}`}`,
    rows: [
      {
        what: 'precision: of those caught, who harvested',
        result: samples('precision'),
        goal: atLeast(0.9, ''),
      },
      {
        what: 'recall: of those who harvested, who was caught',
        result: samples('recall'),
        goal: atLeast(0.75, ''),
      },
    ],
  };
}

function each(days: readonly (readonly Outcome[])[]): Table {
  const kinds = [...Map.groupBy(days.flat(), ({ actor }) => actor.kind)];
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
