import type { Words } from '../model/words.ts';
import { inEach } from '../wording/labels.ts';
import { type DifferencePhrases, phrasesFor } from '../wording/phrases.ts';
import type { Change, WordKind } from './difference.ts';

/** A change as it is told, in each language of some words. */
export function change(
  kind: WordKind,
  major: boolean,
  words: Words,
  say: (phrases: DifferencePhrases, language: string) => string,
): Change {
  return { kind, major, words: inEach(words, (tag) => say(phrasesFor(tag).difference, tag)) };
}
