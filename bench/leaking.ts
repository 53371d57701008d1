import { rank } from '../packages/avow/src/leaks/rank.ts';
import { casesOf } from './leaking/leaks.ts';
import { atLeast, type Row, type Section } from './report.ts';

/** Crowds that differ by chance alone. */
const seeds = [6, 1, 2, 3, 4, 5, 7, 8, 9, 10];
const sizes = { tiny: 1_000, quick: 1_000, full: 1_000 } as const;

/** Benchmark 10: of generated leaks with one true source, how often it is first, and among the first three. */
export const leaking: Section = async ({ scale }) => {
  const crowds = seeds.map((seed) => casesOf(seed, sizes[scale]));
  const places = crowds.map((cases) =>
    cases.map(({ shown, leaked, source }) => ({
      isWide: Object.keys(leaked.values).length >= 3,
      place: rank(shown, leaked).findIndex(({ to }) => to === source),
    })),
  );
  const within = (most: number, wideOnly = false): Row['result'] => ({
    unit: '',
    samples: places.map((all) => {
      const meant = all.filter(({ isWide }) => isWide || !wideOnly);
      return meant.filter(({ place }) => place >= 0 && place < most).length / meant.length;
    }),
  });
  const known = crowds.flat().map(({ shown }) => new Set(shown.map(({ to }) => to)).size);
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  return [
    {
      title: `10  Leaks: ${seeds.length} times ${sizes[scale].toLocaleString('en-GB')} with one true source each`,
      rows: [
        { what: 'the source is first', result: within(1), goal: atLeast(0.75, '') },
        { what: 'the source is among the first three', result: within(3), goal: atLeast(0.9, '') },
        { what: 'first, where three values or more leaked', result: within(1, true) },
        {
          what: 'first by chance: one of all who knew something',
          result: { unit: '', samples: [1 / mean] },
        },
      ],
    },
  ];
};
