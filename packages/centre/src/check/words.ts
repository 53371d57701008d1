import type { CheckWords } from './told.ts';

/** The words of a check as data: where a sentence takes values, it has numbered places. */
export type MarkedWords = { readonly [name: string]: string | MarkedWords };

interface SpokenWords {
  readonly [name: string]: string | ((...values: string[]) => string) | SpokenWords;
}

const places = ['{0}', '{1}', '{2}'] as const;

/** The words as they go along with the page. */
export function marked(words: CheckWords | SpokenWords): MarkedWords {
  return Object.fromEntries(
    Object.entries(words as SpokenWords).map(([name, word]) => {
      if (typeof word === 'function') return [name, word(...places)];
      return [name, typeof word === 'string' ? word : marked(word)];
    }),
  );
}

/** And as the element says them. */
export function spoken(words: MarkedWords): CheckWords {
  return spokenIn(words) as unknown as CheckWords;
}

function spokenIn(words: MarkedWords): SpokenWords {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => {
      if (typeof word !== 'string') return [name, spokenIn(word)];
      return [name, word.includes(places[0]) ? filling(word) : word];
    }),
  );
}

const filling =
  (text: string) =>
  (...values: string[]): string =>
    // Filled by a function, since a value with a `$` in it must stay what it is.
    places.reduce((said, place, at) => said.replace(place, () => values[at] ?? ''), text);
