import { type Dimension, dimensions, type Selection } from '../model/rule.ts';
import type { Text } from '../model/text.ts';
import type { Kind, Words } from '../model/words.ts';
import type { Labels } from './phrases.ts';

/** The label of a word in a language. */
export function labelOf(words: Words, kind: Kind, name: string, language: string): string {
  return words[kind][name]?.label[language] ?? name;
}

/** The labels of the words of a box or scope; `anything` names a dimension that is left open. */
export function labelsOf(
  words: Words,
  selected: Readonly<Record<Dimension, Selection>>,
  anything: Readonly<Record<Dimension, string>>,
  language: string,
): Labels {
  const entries = dimensions.map((dimension) => {
    const selection = selected[dimension];
    if (selection === 'any') return [dimension, [anything[dimension]]];
    return [dimension, selection.map((name) => labelOf(words, dimension, name, language))];
  });
  return Object.fromEntries(entries) as Labels;
}

/** Says the same in every language of a vocabulary. */
export function inEach(words: Words, say: (language: string) => string): Text {
  return Object.fromEntries(words.languages.map((language) => [language, say(language)]));
}
