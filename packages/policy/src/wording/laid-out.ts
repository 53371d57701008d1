import type { Condition } from '../model/condition.ts';
import type { Policy } from '../model/policy.ts';
import type { Dimension, Never, Rule } from '../model/rule.ts';
import type { Words } from '../model/words.ts';
import { labelOf } from './labels.ts';
import { type Phrases, phrasesFor, requireLanguage } from './phrases.ts';

/** What is so, in words: one thing, or several of which all are so, or any. */
export type Told = string | { readonly all: readonly Told[] } | { readonly any: readonly Told[] };

/** The labels of a dimension's words; undefined: whichever it is. */
type Named = Readonly<Record<Dimension, readonly string[] | undefined>>;

/** A rule or promise taken apart for a page that lays it out, instead of as one sentence with brackets. */
export interface LaidOut extends Named {
  /** All that must be so before it speaks; none: it always does. */
  readonly when: readonly Told[];
  /** Each one thing that it gives way to. */
  readonly unless: readonly Told[];
}

/** Takes a rule or promise apart, in the words of the policy. Throws `AVOW_UNKNOWN_LANGUAGE`. */
export function layOutRule(rule: Rule | Never, policy: Policy, language: string): LaidOut {
  requireLanguage(policy, language);
  const { vocabulary } = policy;
  const phrases = phrasesFor(language);
  const named = (dimension: Dimension) => {
    const selection = rule[dimension];
    if (selection === 'any') return undefined;
    return selection.map((name) => labelOf(vocabulary, dimension, name, language));
  };
  const { when, unless } = layOutCondition(rule.condition);
  const say = (part: Condition) => told(part, vocabulary, language, phrases);
  return {
    actions: named('actions'),
    categories: named('categories'),
    recipients: named('recipients'),
    purposes: named('purposes'),
    when: when.map(say),
    unless: unless.map(say),
  };
}

/**
 * A condition as what must hold, all of it, and what must not, none of it. Whoever reads "unless it is not so
 * that" is lost, so a denial is moved inwards until nothing but a single fact is denied, and out to `unless`
 * where it can be. Both are laws of Kleene's logic too: the meaning stays, also where something is unknown.
 */
export function layOutCondition(condition: Condition): {
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
} {
  const parts = conjuncts(inwards(condition, false));
  return {
    when: parts.filter((part) => !isDenied(part)),
    unless: parts.filter(isDenied).map((part) => inwards(part, true)),
  };
}

/** The condition, or what is so when it is not, with each denial at a fact. */
function inwards(condition: Condition, denied: boolean): Condition {
  if ('fact' in condition) return denied ? { not: condition } : condition;
  if ('not' in condition) return inwards(condition.not, !denied);
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => inwards(part, denied));
  return isAll === denied ? { any: parts } : { all: parts };
}

function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}

/** Whether each fact in it is denied, so that it reads better as what must not be. */
function isDenied(condition: Condition): boolean {
  if ('fact' in condition) return false;
  if ('not' in condition) return true;
  const parts = 'all' in condition ? condition.all : condition.any;
  return parts.length > 0 && parts.every(isDenied);
}

function told(condition: Condition, words: Words, language: string, phrases: Phrases): Told {
  const say = (part: Condition) => told(part, words, language, phrases);
  if ('fact' in condition) return labelOf(words, 'facts', condition.fact, language);
  if ('not' in condition) return phrases.not(`${say(condition.not)}`);
  const isAll = 'all' in condition;
  const parts = isAll ? condition.all : condition.any;
  const [first] = parts;
  if (first === undefined) return isAll ? phrases.always : phrases.never;
  if (parts.length === 1) return say(first);
  return isAll ? { all: parts.map(say) } : { any: parts.map(say) };
}
