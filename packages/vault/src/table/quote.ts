/** A name in SQL, as both engines take it. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Several, side by side. */
export const quoteAll = (names: readonly string[]): string => names.map(quote).join(', ');
