/**
 * Characters that a terminal draws two columns wide: the wide and fullwidth ranges of Unicode
 * Standard Annex #11 as far as policies are written in them, and pictographs.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Characters that take no column of their own: combining marks, joiners and other format characters. */
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Whether a character takes two columns. */
export const isWide = (character: string): boolean => wide.test(character);

/** How many columns of a terminal a text takes. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!zero.test(character)) columns += isWide(character) ? 2 : 1;
  }
  return columns;
}

/** Fills a text up with blanks, on the right, to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}
