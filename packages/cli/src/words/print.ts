import { number } from './number.ts';
import type { Block, Cell, Page, Said, Tone } from './page.ts';
import { padded, width } from './width.ts';
import { wrap } from './wrap.ts';

/** What the page is laid out for. */
export interface Medium {
  readonly columns: number;
  /** Gives a text its tone; a medium without colour returns the text as it is. */
  readonly paint: (text: string, tone: Tone) => string;
}

/** Lays a page out as lines, each ended by a line feed. */
export function print(page: Page, medium: Medium): string {
  return page
    .flatMap((block) => lines(block, medium))
    .map((text) => `${text}\n`)
    .join('');
}

function lines(block: Block, medium: Medium): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [medium.paint(visible(block.text), 'strong')];
    case 'line':
      return wrapped(block.said, block.indent, medium);
    case 'table':
      return tabled(block.rows, block.indent, medium);
    case 'gap':
      return [''];
  }
}

function wrapped(said: Said, indent: number, medium: Medium): readonly string[] {
  const room = Math.max(narrowest, medium.columns - indent);
  return wrap(visible(plain(said)), room).map(
    (text) => ' '.repeat(indent) + painted(said, text, medium),
  );
}

/** Columns of text below which wrapping would make a page harder to read, not easier. */
const narrowest = 24;
const between = 2;

function tabled(
  rows: readonly (readonly Cell[])[],
  indent: number,
  medium: Medium,
): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => width(visible(plain(row[column] ?? ''))))),
  );
  return rows.flatMap((row) => {
    const last = row.length - 1;
    const head = row.slice(0, last).map((cell, column) => {
      const text = visible(plain(cell));
      const fill = padded('', (widths[column] ?? 0) - width(text));
      const drawn = painted(cell, text, medium);
      return (typeof cell === 'number' ? fill + drawn : drawn + fill) + ' '.repeat(between);
    });
    const at = indent + widths.slice(0, last).reduce((sum, each) => sum + each + between, 0);
    const [first = '', ...rest] = wrapped(said(row[last] ?? ''), at, medium);
    return [(' '.repeat(indent) + head.join('') + first.slice(at)).trimEnd(), ...rest];
  });
}

const said = (cell: Cell): Said => (typeof cell === 'number' ? number(cell) : cell);

function plain(cell: Cell): string {
  const some = said(cell);
  return typeof some === 'string' ? some : some.text;
}

function painted(cell: Cell, text: string, medium: Medium): string {
  return typeof cell === 'object' ? medium.paint(text, cell.tone) : text;
}

/**
 * Shows control characters instead of sending them, line feeds too: an audit tells of rows that
 * somebody may have forged, and a terminal obeys what it is sent. So also those that turn around the
 * direction of what is read.
 */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
