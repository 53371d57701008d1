/** Figures of one contestant, one a round, in the order of the rounds. All in one unit. */
export interface Figure {
  readonly unit: string;
  readonly samples: readonly number[];
}

/** What is measured. A round measures once and answers in `unit`; it throws {@link WrongAnswer} if what it measured is not right. */
export interface Contestant {
  readonly name: string;
  readonly unit: string;
  round(): number | Promise<number>;
}

/** A contestant's figure, or why it has none. */
export type Result = Figure | { readonly wrong: string };

/** What was measured gave a wrong answer, and so it has no time. */
export class WrongAnswer extends Error {}

/**
 * Measures contestants in turn, A B A B …, so that whatever else the machine does falls on all of them alike.
 * The first turn warms up and is not counted. A wrong answer costs a contestant all its figures.
 */
export async function interleave(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<ReadonlyMap<string, Result>> {
  const samples = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  const wrong = new Map<string, string>();
  for (let round = -1; round < rounds; round++) {
    for (const { name, round: measure } of contestants) {
      if (wrong.has(name)) continue;
      try {
        const sample = await measure();
        if (round >= 0) samples.get(name)!.push(sample);
      } catch (problem) {
        if (!(problem instanceof WrongAnswer)) throw problem;
        wrong.set(name, problem.message);
      }
    }
  }
  const resultOf = ({ name, unit }: Contestant): Result => {
    const message = wrong.get(name);
    return message === undefined ? { unit, samples: samples.get(name)! } : { wrong: message };
  };
  return new Map(contestants.map((contestant) => [contestant.name, resultOf(contestant)]));
}

/** One figure as a multiple of another, round by round: what disturbed a round disturbed both. */
export function ratio(of: Result, to: Result): Result {
  if ('wrong' in of) return of;
  if ('wrong' in to) return to;
  return { unit: '×', samples: of.samples.map((sample, at) => sample / to.samples[at]!) };
}

/** One figure less another, round by round. */
export function difference(of: Result, less: Result): Result {
  if ('wrong' in of) return of;
  if ('wrong' in less) return less;
  return { unit: of.unit, samples: of.samples.map((sample, at) => sample - less.samples[at]!) };
}

/** The sample that `share` of all lie at or below (nearest rank): 0.5 is the median. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
