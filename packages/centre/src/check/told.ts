import type { CentreWords } from '../words/index.ts';
import type { Checked, CheckFold, CheckStep } from './steps.ts';

/** The words of a check: those of the page, which the element in the browser uses as well. */
export type CheckWords = CentreWords['check'];

/** A check in words: the verdict, and each step with what it found. */
export interface ToldCheck {
  readonly isRight: boolean;
  readonly verdict: string;
  readonly steps: readonly ToldStep[];
}

export interface ToldStep {
  readonly state: CheckStep['state'];
  readonly title: string;
  readonly mark: string;
  readonly said: string;
  /** The way to the root as a ladder, each hash by how it begins; empty of all other steps. */
  readonly folds: readonly CheckFold[];
  readonly foldsSaid: string;
}

/** Puts a check into words. */
export function toldCheck({ verdict, steps }: Checked, words: CheckWords): ToldCheck {
  const verdicts = {
    right: words.right,
    waiting: words.waiting,
    wrong: words.wrong,
    unable: words.cannot,
    'no-receipt': words.noReceipt,
  };
  return {
    isRight: verdict === 'right' || verdict === 'waiting',
    verdict: verdicts[verdict],
    steps: steps.map((step) => toldStep(step, words)),
  };
}

function toldStep(
  { name, state, said, reason, folds = [] }: CheckStep,
  words: CheckWords,
): ToldStep {
  const mark = { passed: words.passed, failed: words.failed, unknown: words.unknown }[state];
  return {
    ...{ state, title: words.steps[name], mark, said: found() },
    ...{ folds: folds.map(shortened), foldsSaid: words.folds },
  };

  function found(): string {
    // The first step only computes something, so there is nothing about it that could be wrong.
    if (state === 'failed' && name !== 'leaf') return `${words.wrongs[name]} (${reason})`;
    const speak: (...values: string[]) => string = words.steps[`${name}Said`];
    return said.length === 0 ? '' : speak(...said);
  }
}

/** A hash by its first letters: who compares two sees at once whether they are the same. */
const short = (hash: string): string => `${hash.slice(0, 8)}…`;

const shortened = ({ left, right, own, makes }: CheckFold): CheckFold => ({
  ...{ left: short(left), right: short(right), own, makes: short(makes) },
});
