import type { Condition } from './condition.ts';
import { leaves, type Words, within } from './words.ts';

/** The words that a rule names in one dimension; an inner word stands for all below it. */
export type Selection = readonly string[] | 'any';

/** The part of the space of questions that a rule or promise speaks of. */
export interface Scope {
  readonly actions: Selection;
  readonly purposes: Selection;
  readonly categories: Selection;
  readonly recipients: Selection;
}

/** The four dimensions of a question. */
export const dimensions = ['categories', 'purposes', 'actions', 'recipients'] as const;
/** One of the four. */
export type Dimension = (typeof dimensions)[number];

/** One leaf word in each dimension: what a question is about. */
export type Place = Readonly<Record<Dimension, string>>;

/** Permits what lies in its scope when its condition surely holds; the duties are owed for it. */
export interface Permit extends Scope {
  readonly kind: 'permit';
  readonly condition: Condition;
  readonly duties: readonly string[];
}

/** Forbids what lies in its scope unless its condition surely fails. Wins over every permit. */
export interface Forbid extends Scope {
  readonly kind: 'forbid';
  readonly condition: Condition;
}

/** What permits or forbids; promises are no rules, for nothing runs them. */
export type Rule = Permit | Forbid;

/** Promises that nothing in its scope is ever permitted while its condition holds: proven, not run. */
export interface Never extends Scope {
  readonly kind: 'never';
  readonly condition: Condition;
}

/** Whether a selection takes in a leaf of its dimension. */
export function selects(selection: Selection, leaf: string): boolean {
  return selection === 'any' || selection.some((name) => within(leaf, name));
}

/** The words that a question may use, by dimension, sorted by code unit. */
export function leafWords(words: Words): Readonly<Record<Dimension, readonly string[]>> {
  return {
    categories: leaves(words.categories),
    purposes: leaves(words.purposes),
    actions: Object.keys(words.actions).sort(),
    recipients: Object.keys(words.recipients).sort(),
  };
}
