import type { Condition } from '../model/condition.ts';
import type { Words } from '../model/words.ts';
import { labelOf } from './labels.ts';
import { type Phrases, phrasesFor } from './phrases.ts';

/**
 * A condition as people say it: what must hold, and what must not ("unless"). Either may be absent.
 */
export function sayCondition(
  condition: Condition,
  words: Words,
  language: string,
): { readonly when: string | undefined; readonly unless: string | undefined } {
  const phrases = phrasesFor(language);
  const say = (part: Condition) => sayNested(part, words, language, phrases);
  const conjuncts = 'all' in condition ? condition.all : [condition];
  const required = conjuncts.filter((part) => !('not' in part));
  const excepted = conjuncts.flatMap((part) => ('not' in part ? [part.not] : []));
  return {
    when: required.length === 0 ? undefined : phrases.and(required.map(say)),
    unless: excepted.length === 0 ? undefined : phrases.or(excepted.map(say)),
  };
}

function sayNested(condition: Condition, words: Words, language: string, phrases: Phrases): string {
  const say = (part: Condition): string => sayNested(part, words, language, phrases);
  if ('fact' in condition) return labelOf(words, 'facts', condition.fact, language);
  if ('not' in condition) return phrases.not(say(condition.not));
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length === 0) return 'all' in condition ? phrases.always : phrases.never;
  if (parts.length === 1 && parts[0] !== undefined) return say(parts[0]);
  const joined = 'all' in condition ? phrases.and(parts.map(say)) : phrases.or(parts.map(say));
  return phrases.group(joined);
}
