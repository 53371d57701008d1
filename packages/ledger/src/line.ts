/**
 * Whether a text can stand alone on a line of a note: not empty, no control characters, valid
 * Unicode.
 */
export function isLine(text: string): boolean {
  return /^[^\p{Cc}]+$/u.test(text) && text.isWellFormed();
}
