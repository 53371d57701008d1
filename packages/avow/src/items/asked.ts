import { retentionOf, type Words } from '@avow/policy';
import type { Question } from '../act/question.ts';
import { questionOf } from '../door/question.ts';
import { LONGEST_ID, malformed, text } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { SomeItems, Terms, Which } from '../face/items.ts';
import { lotsOf, type WhichLots } from '../register/lot.ts';

/** The most terms or labels of one item. */
const MOST_TERMS = 32;

/** A question about some of a person's items, checked word by word. */
export function questionOfSome(
  action: unknown,
  some: SomeItems<Words>,
  words: Words,
): Question & { readonly items: NonNullable<Question['items']> } {
  const question = questionOf(action, some, words);
  return { ...question, items: { read: lotsOf(question.person), which: whichOf(some, words) } };
}

/** Which items are meant, checked word by word. */
export function whichOf({ heldFor, terms, without }: Which<Words>, words: Words): WhichLots {
  return {
    ...(heldFor === undefined ? {} : { heldFor: word('heldFor', heldFor, 'purposes', words) }),
    ...(terms === undefined ? {} : { terms: termsOf('terms', terms, words) }),
    ...(without === undefined ? {} : { without: termsOf('without', without, words) }),
  };
}

/** Terms or labels, in the order of their names. One called `objection` names a purpose. */
export function termsOf(field: string, value: Terms | undefined, words: Words): Terms {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) throw malformed(field, 'must be words by name');
  const names = Object.keys(value).sort();
  if (names.length > MOST_TERMS) throw malformed(field, `must be at most ${MOST_TERMS}`);
  return Object.fromEntries(
    names.map((name) => {
      text(field, name, LONGEST_ID);
      const term = value[name];
      return name === 'objection'
        ? [name, word(`${field}.objection`, term, 'purposes', words)]
        : [name, text(field, term, LONGEST_ID)];
    }),
  );
}

/** An item's own name: text, for the platform's names are its own affair. */
export function keyOf(value: unknown, field = 'key'): string {
  return text(field, value, LONGEST_ID);
}

/** The retention classes of some categories. */
export function classesIn(categories: readonly string[]): (words: Words) => string[] {
  return (words) => [
    ...new Set(
      categories
        .map((category) => retentionOf(words, category))
        .filter((each) => each !== undefined),
    ),
  ];
}
