/**
 * Phrases one after another, as a language strings together what is more than a word. The “and” of Chinese lists
 * joins words; phrases of several words have a mark between them, or a conjunction of their own.
 */
export function strung(phrases: readonly string[], language: string, between = '；'): string {
  if (language.toLowerCase().startsWith('zh')) return phrases.join(between);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(phrases);
}
