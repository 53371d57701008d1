import type { Words } from '@avow/policy';
import { AvowError } from '../fault.ts';
import { LONGEST_VALUE, malformed, text } from './text.ts';
import { MOST_WORDS, word } from './words.ts';

/** A name of a field that may be quoted: it looks like a word of a vocabulary, not like somebody's data. */
export const quotable = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

/** Values by category: each category a word of the policy, each value text. At least one, all or none. */
export function fieldsOf(value: unknown, words: Words): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('fields', 'must be values by category');
  }
  const entries = Object.entries(value);
  if (entries.length === 0) throw malformed('fields', 'must not be empty');
  if (entries.length > MOST_WORDS) throw malformed('fields', `must be at most ${MOST_WORDS}`);
  return new Map(
    entries.map(([category, content]) => {
      const field = fieldName(category);
      return [word(field, category, 'categories', words), text(field, content, LONGEST_VALUE)];
    }),
  );
}

/** An unknown field is refused by name, unless the name itself may be somebody's data. */
function fieldName(category: string): string {
  if (quotable.test(category) && category.length <= 64) return `fields.${category}`;
  throw new AvowError(
    'AVOW_UNKNOWN_WORD',
    'holds a field that is no category of this policy',
    'fields',
  );
}
