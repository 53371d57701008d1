import { quotable } from '../door/fields.ts';
import { malformed, text } from '../door/text.ts';

/** Longest words: as they come in, in UTF-16 code units, and as they are kept, in characters. */
const LONGEST_GIVEN = 400;
const LONGEST_KEYWORD = 80;

/** A search word as it is kept: one form for all its spellings, with nothing unseen in it. */
export function keywordOf(given: unknown, more: readonly unknown[] = []): string {
  for (const attached of [given, ...more]) mustBeAlone(attached);
  if (more.length > 0) throw malformed('keyword', 'must be the only thing that is given');
  const seen = text('keyword', given, LONGEST_GIVEN)
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Mn}(?<=[\uFE00-\uFE0F\u20E3])|\u20E3/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const keyword = seen.toUpperCase().toLowerCase().normalize('NFKC');
  if (keyword === '') throw malformed('keyword', 'must hold a word');
  if ([...keyword].length > LONGEST_KEYWORD) {
    throw malformed('keyword', `must be at most ${LONGEST_KEYWORD} characters long`);
  }
  return keyword;
}

/** Refuses, by its name, what somebody would have kept with a search word. */
function mustBeAlone(given: unknown): void {
  if (typeof given !== 'object' || given === null) return;
  const name = Object.keys(given).find((each) => each !== 'keyword');
  if (name === undefined) return;
  const field = quotable.test(name) && name.length <= 64 ? name : 'keyword';
  throw malformed(field, 'cannot be attached to a search word, of which nothing else is kept');
}
