import type { Condition, Policy, Scope, Selection } from '../../src/index.ts';

/**
 * The meaning of a policy, once more and as plainly as can be: no cubes, no masks, no table. Every
 * rule is looked at, every condition evaluated as it is written. The engine must agree with this.
 */

/** What is known of each fact; absent is unknown. */
export type Facts = Readonly<Record<string, boolean | undefined>>;

export interface Question {
  readonly action: string;
  readonly purpose: string;
  readonly category: string;
  readonly recipient: string;
}

/** Kleene's strong three-valued logic. */
export function evaluate(condition: Condition, facts: Facts): boolean | undefined {
  if ('fact' in condition) return facts[condition.fact];
  if ('not' in condition) {
    const value = evaluate(condition.not, facts);
    return value === undefined ? undefined : !value;
  }
  const decisive = 'any' in condition;
  const values = (decisive ? condition.any : condition.all).map((part) => evaluate(part, facts));
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

export function covers(scope: Scope, question: Question): boolean {
  const named = (selection: Selection, word: string) =>
    selection === 'any' || selection.some((name) => `${word}.`.startsWith(`${name}.`));
  return (
    named(scope.actions, question.action) &&
    named(scope.purposes, question.purpose) &&
    named(scope.categories, question.category) &&
    named(scope.recipients, question.recipient)
  );
}

export interface Verdict {
  readonly permitted: boolean;
  readonly sentence: string;
  readonly rule: number | undefined;
}

/** Decides, for a policy whose clauses stand in the order of their ids. */
export function decideByReference(policy: Policy, question: Question, facts: Facts): Verdict {
  const backings = policy.clauses.flatMap(({ sentences }) =>
    sentences.flatMap(({ id, backings }) =>
      backings.map((backing, rule) => ({ sentence: id, rule, backing })),
    ),
  );
  for (const { sentence, rule, backing } of backings) {
    if (backing.kind !== 'forbid' || !covers(backing, question)) continue;
    if (evaluate(backing.condition, facts) !== false) return { permitted: false, sentence, rule };
  }
  for (const { sentence, rule, backing } of backings) {
    if (backing.kind !== 'permit' || !covers(backing, question)) continue;
    if (evaluate(backing.condition, facts) === true) return { permitted: true, sentence, rule };
  }
  const rest = backings.find(({ backing }) => backing.kind === 'rest');
  return { permitted: false, sentence: rest!.sentence, rule: undefined };
}

/** Whether a total state is one that the axioms allow. */
export function respectsAxioms(policy: Policy, facts: Facts): boolean {
  return Object.entries(policy.vocabulary.facts).every(
    ([name, { implies = [], excludes = [] }]) =>
      !facts[name] ||
      (implies.every((other) => facts[other]) && !excludes.some((other) => facts[other])),
  );
}

/** Every total state of some facts. */
export function states(names: readonly string[]): readonly Facts[] {
  return names.reduce<readonly Facts[]>(
    (sofar, name) =>
      sofar.flatMap((facts) => [
        { ...facts, [name]: false },
        { ...facts, [name]: true },
      ]),
    [{}],
  );
}
