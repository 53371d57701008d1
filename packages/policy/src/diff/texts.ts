import { findSentence, type Policy, sentencesOf } from '../model/policy.ts';
import type { Text } from '../model/text.ts';
import type { Texts } from './difference.ts';

/** Which sentences were added, removed or reworded, in any language. */
export function compareTexts(before: Policy, after: Policy): Texts {
  const was = sentencesOf(before);
  const is = sentencesOf(after);
  return {
    added: is.filter(({ id }) => findSentence(before, id) === undefined).map(({ id }) => id),
    removed: was.filter(({ id }) => findSentence(after, id) === undefined).map(({ id }) => id),
    changed: is.flatMap(({ id, text }) => {
      const old = findSentence(before, id)?.text;
      return old === undefined || same(old, text) ? [] : [{ id, before: old, after: text }];
    }),
  };
}

function same(a: Text, b: Text): boolean {
  const languages = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...languages].every((language) => a[language] === b[language]);
}
