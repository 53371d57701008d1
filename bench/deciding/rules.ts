import type { Condition, Policy, Rule } from '@avow/policy';

/** A fact that must be true, or false, for a rule to count. */
export interface Literal {
  readonly fact: string;
  readonly holds: boolean;
}

/** A rule as every engine can state it: words by dimension, and one conjunction of facts. */
export interface FlatRule {
  readonly id: string;
  readonly kind: Rule['kind'];
  readonly actions: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  readonly literals: readonly Literal[];
}

/** The rules of a policy for translation. Throws for a rule that is not one conjunction. */
export function flatRules({ vocabulary, clauses }: Policy): readonly FlatRule[] {
  const allOf = (selection: readonly string[] | 'any', terms: Readonly<Record<string, unknown>>) =>
    selection === 'any' ? Object.keys(terms) : selection;
  const backings = clauses.flatMap(({ sentences }) =>
    sentences.flatMap(({ id, backings }) =>
      backings.map((backing, at) => ({ id: `${id}:${at}`, backing })),
    ),
  );
  return backings.flatMap(({ id, backing }) => {
    if (backing.kind !== 'permit' && backing.kind !== 'forbid') return [];
    return {
      id,
      kind: backing.kind,
      actions: allOf(backing.actions, vocabulary.actions),
      purposes: allOf(backing.purposes, vocabulary.purposes),
      categories: allOf(backing.categories, vocabulary.categories),
      recipients: allOf(backing.recipients, vocabulary.recipients),
      literals: literalsOf(backing.condition, true),
    };
  });
}

function literalsOf(condition: Condition, holds: boolean): readonly Literal[] {
  if ('fact' in condition) return [{ fact: condition.fact, holds }];
  if ('not' in condition) return literalsOf(condition.not, !holds);
  const parts = 'all' in condition ? condition.all : condition.any;
  const isConjunction = 'all' in condition === holds;
  if (!isConjunction && parts.length !== 1) throw new Error('a rule is not one conjunction');
  return parts.flatMap((part) => literalsOf(part, holds));
}
