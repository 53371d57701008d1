import { type Policy, type Rule, sentencesOf, within } from '@avow/policy';
import type { Console } from '../../web/visit.ts';

/** What the policy lets a class of parties have at all, whatever else it asks for each time. */
export interface Allowed {
  readonly as: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** The same purpose by purpose, each with the sentences that permit it. */
  readonly each: readonly {
    readonly purpose: string;
    readonly categories: readonly string[];
    readonly sentences: readonly string[];
  }[];
}

/**
 * Acts by which information leaves the platform, and which give a party nothing of its own: that it is looked
 * at or made public, and a transfer, which says where and comes beside an act that says what for.
 */
const otherwise = ['show', 'open', 'export', 'publish', 'transfer'];

/** Classes that the library reads from who was named, whatever an engagement says. */
const readOtherwise = ['person', 'platform', 'public', 'counterparty', 'unrelated'];

/** What may be handed to parties of a class, in the order of the policy's words. */
export function allowedTo(policy: Policy, as: string): Allowed {
  const { purposes, categories, actions } = policy.vocabulary;
  const has = (action: string) =>
    action === 'store' || (actions[action]?.outward === true && !otherwise.includes(action));
  const found = sentencesOf(policy).flatMap(({ id, backings }) =>
    backings.flatMap((rule) => (rule.kind === 'permit' ? [{ id, rule }] : [])),
  );
  const those = found.filter(
    ({ rule }) =>
      rule.recipients !== 'any' &&
      rule.recipients.includes(as) &&
      (rule.actions === 'any' || rule.actions.some(has)),
  );
  const each = leavesOf(purposes).flatMap((purpose) => {
    const some = those.filter(({ rule }) => takesIn(rule.purposes, purpose));
    if (some.length === 0) return [];
    const named = leavesOf(categories).filter((category) =>
      some.some(({ rule }) => takesIn(rule.categories, category)),
    );
    return [{ purpose, categories: named, sentences: [...new Set(some.map(({ id }) => id))] }];
  });
  const all = new Set(each.flatMap((one) => one.categories));
  return {
    as,
    each,
    purposes: each.map(({ purpose }) => purpose),
    categories: leavesOf(categories).filter((category) => all.has(category)),
  };
}

/** What of somebody the policy lets a class of parties have for one purpose, whatever else that takes. */
export const coverable = (
  { avow }: Pick<Console, 'avow'>,
  as: string,
  purpose: string,
): readonly string[] =>
  allowedTo(avow.policy.current().policy, as).each.find((each) => each.purpose === purpose)
    ?.categories ?? [];

/** As what somebody can be engaged here: what the platform says, or whatever the policy has a use for. */
export function engageable({ engageable: named, avow }: Console): readonly Allowed[] {
  const { policy } = avow.policy.current();
  const all = Object.keys(policy.vocabulary.recipients);
  const offered = named ?? all.filter((as) => !readOtherwise.includes(as));
  return offered
    .filter((as) => all.includes(as))
    .map((as) => allowedTo(policy, as))
    .filter(({ purposes, categories }) => purposes.length > 0 && categories.length > 0);
}

const takesIn = (selection: Rule['purposes'], leaf: string): boolean =>
  selection === 'any' || selection.some((name) => within(leaf, name));

/** Words that have no others below them, in the order of the vocabulary: what an engagement, or a hold, may name. */
export const leavesOf = (terms: Readonly<Record<string, unknown>>): readonly string[] => {
  const names = Object.keys(terms);
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
};
