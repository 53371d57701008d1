import type { Words } from '@avow/policy';

/**
 * Whether a category is read through us each time, and its key never handed out: by its own word, else by
 * that of the nearest branch above it that says anything.
 */
export function isOnline(words: Words, category: string): boolean {
  const own = words.categories[category]?.online;
  const dot = category.lastIndexOf('.');
  return own ?? (dot >= 0 && isOnline(words, category.slice(0, dot)));
}
