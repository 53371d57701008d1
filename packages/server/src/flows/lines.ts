/**
 * Breaks a label into lines of about so many letters, since SVG does not. Between words; where a script
 * writes none, as Chinese does, between its characters, which are about as wide as two letters.
 */
export function inLines(text: string, most: number): readonly string[] {
  const isWide = /[\u3400-\u9fff]/.test(text);
  const pieces = isWide ? [...text] : text.split(' ');
  const joint = isWide ? '' : ' ';
  const room = isWide ? Math.floor(most / 2) : most;
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece : `${last}${joint}${piece}`;
    if (last === undefined || longer.length > room) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
