import type { HarvestCase } from '../face/harvesting.ts';

const HOUR = 3_600_000;

/** How a page says what gave somebody away who read too much; `hours`: within how many. */
export interface PatternWords {
  people(count: number, most: number, hours: number): string;
  order(count: number, most: number): string;
  readonly decoy: string;
  readonly reported: string;
}

/** What gave somebody away, in the words of the page that says it. */
export function sayPattern(
  words: PatternWords,
  { pattern, count, most, within = 0 }: HarvestCase,
): string {
  switch (pattern) {
    case 'people':
      return words.people(count, most, Math.round(within / HOUR));
    case 'order':
      return words.order(count, most);
    case 'decoy':
    case 'reported':
      return words[pattern];
    default:
      return pattern satisfies never;
  }
}
