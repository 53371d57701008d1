import { retentionOf, type Words } from '@avow/policy';

const DAY = 24 * 3_600_000;

/** The retention class of a category. The policy's check sees to it that each category has one. */
export function classOfCategory(words: Words, category: string): string {
  const retention = retentionOf(words, category);
  if (retention === undefined) throw new TypeError('a category of the policy has no retention');
  return retention;
}

/** Until when something collected now may be kept: epoch ms, or null until its relation ends. */
export function expiryOf(words: Words, retention: string, now: number): number | null {
  const term = words.retentions[retention];
  return term?.from === 'collection' ? now + term.days * DAY : null;
}

/** Until when something may be kept whose relation ends now; undefined where that changes nothing. */
export function expiryAtEnd(
  words: Words,
  retention: string | undefined,
  now: number,
): number | undefined {
  const term = retention === undefined ? undefined : words.retentions[retention];
  return term?.from === 'end' ? now + term.days * DAY : undefined;
}
