import { rank } from '../packages/avow/src/leaks/rank.ts';
import { casesOf } from './leaking/leaks.ts';
import { atLeast, type Row, type Section } from './report.ts';

const SEED = 6;
const sizes = { tiny: 1_000, quick: 1_000, full: 1_000 } as const;

/** Benchmark 10: of generated leaks with one true source, how often it is first, and among the first three. */
export const leaking: Section = async ({ scale }) => {
  const cases = casesOf(SEED, sizes[scale]);
  const places = cases.map(({ shown, leaked, source }) =>
    rank(shown, leaked).findIndex(({ to }) => to === source),
  );
  const within = (most: number): Row['result'] => ({
    unit: '',
    samples: [places.filter((place) => place >= 0 && place < most).length / places.length],
  });
  const wide = cases.filter(({ leaked }) => Object.keys(leaked.values).length >= 3);
  const wideFirst = wide.filter(
    ({ shown, leaked, source }) => rank(shown, leaked)[0]?.to === source,
  );
  const known = cases.map(({ shown }) => new Set(shown.map(({ to }) => to)).size);
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  return [
    {
      title: `10  Leaks: ${cases.length.toLocaleString('en-GB')} with one true source each`,
      rows: [
        { what: 'the source is first', result: within(1), goal: atLeast(0.75, '') },
        { what: 'the source is among the first three', result: within(3), goal: atLeast(0.9, '') },
        {
          what: `first, of ${wide.length} by which three values or more leaked`,
          result: { unit: '', samples: [wideFirst.length / wide.length] },
        },
        {
          what: 'first by chance: one of all who knew something',
          result: { unit: '', samples: [1 / mean] },
        },
      ],
    },
  ];
};
