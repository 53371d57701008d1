import { isWide, width } from './width.ts';

/** Punctuation that must not begin a line of Chinese. */
const closing = /^[、。，．；：？！…）〕】》」』〉”’％]/u;

/** Punctuation that must not end one. */
const opening = /^[（〔【《「『〈“‘]/u;

/**
 * Breaks a text into lines of at most `columns`: at blanks, and, as Chinese is written without them,
 * between any two wide characters that punctuation does not hold together. A word longer than a line
 * is left whole: paths and ids are copied from terminals.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(text)) {
    if (current !== '' && width(current + piece.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += piece;
  }
  lines.push(current.trimEnd());
  return lines;
}

/** The shortest pieces after each of which a line may end; a piece keeps the blanks that follow it. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let piece = '';
  const characters = [...text];
  characters.forEach((character, index) => {
    piece += character;
    const next = characters[index + 1];
    if (next !== undefined && mayBreak(character, next)) {
      found.push(piece);
      piece = '';
    }
  });
  return piece === '' ? found : [...found, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ') return false;
  if (before === ' ') return true;
  if (closing.test(after) || opening.test(before)) return false;
  return isWide(before) || isWide(after);
}
