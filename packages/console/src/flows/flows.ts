import { type Policy, type Rule, sentencesOf } from '@avow/policy';
import type { FlowEnd, PicturedFlow } from '@avow/server/flows';
import type { FlowTold, Tally } from 'avow';

/** What one sentence lets flow: which branches of information, to whom, by which acts, and how often so far. */
export interface Flow extends PicturedFlow {
  readonly actions: readonly string[];
  readonly refused: number;
}

/** Which flows: what leaves the platform, or everything. */
export type Extent = 'outside' | 'all';

/** What the policy lets flow, sentence by sentence, in its order; and how often it did, as the log has it. */
export function flowsOf(
  policy: Policy,
  tallies: readonly Tally[],
  extent: Extent,
  told: readonly FlowTold[] = [],
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
    const own = told.filter(
      ({ sentence, recipient }) => sentence === id && wanted.includes(recipient),
    );
    const { permitted = 0, refused = 0 } = counts.get(id) ?? {};
    return [
      {
        sentence: id,
        from: some(branches, 'categories').map(ended(own, ({ category }) => branchOf(category))),
        to: some(wanted, 'recipients').map(ended(own, ({ recipient }) => recipient)),
        actions: some(Object.keys(actions), 'actions'),
        ...{ permitted, refused },
      },
    ];
  });
}

const branchOf = (category: string): string => category.split('.', 1)[0] ?? category;

/** How often that went to an end, or came from it. */
const ended =
  (told: readonly FlowTold[], endOf: (flow: FlowTold) => string) =>
  (name: string): FlowEnd => ({
    name,
    times: told
      .filter((flow) => endOf(flow) === name)
      .reduce((sum, { permitted }) => sum + permitted, 0),
  });

/** Whether a selection names this word, or something below it. */
const selects = (selection: Rule['categories'], name: string): boolean =>
  selection === 'any' || selection.some((each) => branchOf(each) === name || each === name);
