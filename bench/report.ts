import { type Figure, median, type Result } from './rounds.ts';

/** What a figure ought to be, in words, and whether a median is. */
export interface Goal {
  readonly text: string;
  met(median: number): boolean;
}

/** One line of a table. */
export interface Row {
  readonly what: string;
  readonly result: Result;
  readonly goal?: Goal;
  /** Further figures of the same measurement, by name. */
  readonly more?: Readonly<Record<string, Figure>>;
}

/** One table. `notes` say how to read it. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

/** How much to measure: `tiny` only shows that a benchmark runs and answers rightly. */
export type Scale = 'tiny' | 'quick' | 'full';

export interface Settings {
  readonly scale: Scale;
  /** Also what takes minutes and gigabytes. */
  readonly large: boolean;
  /** A folder on the disk to be measured; the benchmark makes and removes files in it. */
  readonly folder: string;
  /** The connection string of a PostgreSQL server that is there already; absent: one is started. */
  readonly server?: string;
  /** How many, where a benchmark lets one choose. */
  readonly records?: number | undefined;
  readonly operations?: number | undefined;
}

/** A benchmark: measures, and answers with its tables. */
export type Section = (settings: Settings) => Promise<readonly Table[]>;

export function atMost(limit: number, unit: string): Goal {
  return { text: `≤ ${format(limit)} ${unit}`, met: (median) => median <= limit };
}

export function atLeast(limit: number, unit: string): Goal {
  return { text: `≥ ${format(limit)} ${unit}`, met: (median) => median >= limit };
}

/** Whether the goal of a row is met: undefined without a goal, false without a figure. */
export function isMet({ goal, result }: Row): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'wrong' in result ? false : goal.met(median(result.samples));
}

/** Three significant digits, or whole thousands set apart. */
export function format(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}
