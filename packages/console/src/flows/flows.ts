import { type Policy, type Rule, sentencesOf } from '@avow/policy';
import type { Tally } from 'avow';

/** What one sentence lets flow: which branches of information, to whom, by which acts, and how often so far. */
export interface Flow {
  readonly sentence: string;
  readonly branches: readonly string[];
  readonly recipients: readonly string[];
  readonly actions: readonly string[];
  readonly permitted: number;
  readonly refused: number;
}

/** Which flows: what leaves the platform, or everything. */
export type Extent = 'outside' | 'all';

/**
 * What the policy lets flow, sentence by sentence, in its order. The counts are the sentence's: the log does
 * not say how they divide among its information and its recipients.
 */
export function flowsOf(
  policy: Policy,
  tallies: readonly Tally[],
  extent: Extent,
): readonly Flow[] {
  const { categories, recipients, actions } = policy.vocabulary;
  const branches = Object.keys(categories).filter((name) => !name.includes('.'));
  const wanted = Object.keys(recipients).filter(
    (name) => extent === 'all' || recipients[name]?.inside !== true,
  );
  const counts = new Map<string, Tally>(tallies.map((tally) => [tally.sentence, tally]));
  return sentencesOf(policy).flatMap(({ id, backings }) => {
    const rules = backings.filter((backing) => backing.kind === 'permit');
    const touches = rules.filter((rule) => wanted.some((name) => selects(rule.recipients, name)));
    if (touches.length === 0) return [];
    const some = (of: readonly string[], kind: 'categories' | 'recipients' | 'actions') =>
      of.filter((name) => touches.some((rule) => selects(rule[kind], name)));
    const { permitted = 0, refused = 0 } = counts.get(id) ?? {};
    return [
      {
        sentence: id,
        branches: some(branches, 'categories'),
        recipients: some(wanted, 'recipients'),
        actions: some(Object.keys(actions), 'actions'),
        ...{ permitted, refused },
      },
    ];
  });
}

/** Whether a selection names this word, or something below it. */
const selects = (selection: Rule['categories'], name: string): boolean =>
  selection === 'any' || selection.some((each) => each.split('.', 1)[0] === name || each === name);
