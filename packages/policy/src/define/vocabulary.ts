import { PolicyError } from '../fault.ts';
import { plain } from '../model/plain.ts';
import type { Kind, Words } from '../model/words.ts';
import { wordFaults } from '../read/words.ts';
import { camel, type Handles, type Word } from './word.ts';

/** A vocabulary: its words as plain data, and a typed handle on each, by kind. */
export interface Vocabulary<V extends Words = Words> {
  readonly words: V;
  readonly action: Handles<'actions', V>;
  readonly purpose: Handles<'purposes', V>;
  readonly category: Handles<'categories', V>;
  readonly recipient: Handles<'recipients', V>;
  readonly fact: Handles<'facts', V>;
  readonly duty: Handles<'duties', V>;
  readonly retention: Handles<'retentions', V>;
  readonly region: Handles<'regions', V>;
  /** Whether a word is one of this vocabulary's own handles, and not another's of the same name. */
  owns(word: Word): boolean;
}

/**
 * Declares the words of a policy. Names become literal types. A label that lacks a language does not
 * compile; if it gets here all the same, `AVOW_POLICY_INVALID` is thrown with every fault there is.
 * The order of the words never matters.
 */
export function vocabulary<const L extends string, const V extends Words<L>>(
  words: V & { readonly languages: readonly L[] },
): Vocabulary<V> {
  const faults = wordFaults(words);
  if (faults.length > 0) {
    throw new PolicyError('AVOW_POLICY_INVALID', 'The vocabulary is not well formed.', faults);
  }
  const own = new Set<Word>();
  const handles = <K extends Kind>(kind: K): Handles<K, V> =>
    Object.freeze(
      Object.fromEntries(
        Object.keys(words[kind]).map((name) => {
          const word: Word = Object.freeze({ kind, name });
          own.add(word);
          return [camel(name), word];
        }),
      ),
    ) as Handles<K, V>;
  return Object.freeze({
    words: plain<V>(words),
    action: handles('actions'),
    purpose: handles('purposes'),
    category: handles('categories'),
    recipient: handles('recipients'),
    fact: handles('facts'),
    duty: handles('duties'),
    retention: handles('retentions'),
    region: handles('regions'),
    owns: (word: Word) => own.has(word),
  });
}
