import { ending } from './closing/ending.ts';
import { erasing } from './closing/erasing.ts';
import { placeIn, withPlace } from './place.ts';
import type { Section } from './report.ts';

const sizes = {
  tiny: { rounds: 1, ends: 2, records: 10 },
  quick: { rounds: 5, ends: 32, records: 10_000 },
  full: { rounds: 5, ends: 160, records: 100_000 },
} as const;

/** Benchmark 5: how soon what was handed over is closed, and a person forgotten. */
export const closing: Section = async (settings) => {
  const { scale, large } = settings;
  const { rounds, ends, records } = sizes[scale];
  return withPlace('PostgreSQL', 'closing', settings, async (place) => [
    await ending(placeIn(place, 'ending'), { rounds, ends }),
    await erasing(placeIn(place, 'erasing'), large ? 1_000_000 : records),
  ]);
};
