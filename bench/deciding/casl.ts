import type { Policy } from '@avow/policy';
import { createMongoAbility, type MongoQuery } from '@casl/ability';
import { type Decider, fetchAll } from './decider.ts';
import { type FlatRule, flatRules } from './rules.ts';

/** What CASL is asked about: its type is the category, all else are fields for conditions. */
interface Subject {
  readonly category: string;
  readonly [field: string]: string | boolean;
}

interface Prepared {
  readonly action: string;
  readonly subject: Subject;
}

/**
 * CASL with conditions. It indexes rules by action and type of subject, so the category is the type. A
 * prohibition comes last, since the last rule that matches decides.
 */
export function caslDecider(policy: Policy): Decider<Prepared> {
  const facts = Object.keys(policy.vocabulary.facts);
  const rules = flatRules(policy);
  const permits = rules.filter(({ kind }) => kind === 'permit');
  const forbids = rules.filter(({ kind }) => kind === 'forbid');
  const ability = createMongoAbility(
    [...permits, ...forbids].map((rule) => ({
      action: [...rule.actions],
      subject: [...rule.categories],
      inverted: rule.kind === 'forbid',
      conditions: conditionsOf(rule, policy),
    })),
    { detectSubjectType: (subject) => (subject as Subject).category },
  );
  return {
    name: 'CASL with conditions',
    prepare({ action, purpose, category, recipient, facts }) {
      return { action, subject: { category, purpose, recipient, ...facts } };
    },
    decide: ({ action, subject }) => ability.can(action, subject),
    decideFetching(request, fetch) {
      const { action, purpose, category, recipient } = request;
      const known = fetchAll(request, facts, fetch);
      return ability.can(action, { category, purpose, recipient, ...known });
    },
  };
}

/** A permit wants facts as they must be; a prohibition, that they are not surely otherwise. Absent is not known. */
function conditionsOf(rule: FlatRule, { vocabulary }: Policy): MongoQuery {
  const literals = rule.literals.map(
    ({ fact, holds }) => [fact, rule.kind === 'permit' ? holds : { $ne: !holds }] as const,
  );
  return {
    ...condition('purpose', rule.purposes, vocabulary.purposes),
    ...condition('recipient', rule.recipients, vocabulary.recipients),
    ...Object.fromEntries(literals),
  };
}

/** None where every word is meant; equality where one is, since that is cheaper than a list. */
function condition(
  field: string,
  words: readonly string[],
  all: Readonly<Record<string, unknown>>,
): MongoQuery {
  if (words.length === Object.keys(all).length) return {};
  return { [field]: words.length === 1 ? words[0] : { $in: words } };
}
