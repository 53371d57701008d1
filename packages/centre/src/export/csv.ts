import type { Words } from '@avow/policy';
import type { Held } from 'avow';

/** The columns' names, in the reader's language. */
export interface Columns {
  readonly category: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly collected: string;
  readonly expires: string;
}

/** How many lines are written at once. */
const atOnce = 500;

/**
 * What is held as one table (RFC 4180, UTF-8 with a byte order mark, without which spreadsheets take
 * Chinese for something else): the category's name in the policy and in words, the value, where from,
 * since when, until when. Times are ISO 8601.
 */
export async function* asCsv(
  held: readonly Held<Words>[],
  columns: Columns,
  nameOf: (category: string) => string,
): AsyncGenerator<string> {
  const { category, name, value, source, collected, expires } = columns;
  yield `\uFEFF${line([category, name, value, source, collected, expires])}`;
  for (let at = 0; at < held.length; at += atOnce) {
    yield held
      .slice(at, at + atOnce)
      .map((each) =>
        line([
          each.category,
          nameOf(each.category),
          each.value,
          each.source,
          new Date(each.collected).toISOString(),
          each.expires === undefined ? '' : new Date(each.expires).toISOString(),
        ]),
      )
      .join('');
  }
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A field, always quoted; what a spreadsheet would run begins with an apostrophe. */
const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/**
 * A spreadsheet takes what begins with one of these for a formula, also behind a quote (OWASP, CSV
 * Injection); East Asian ones know the wide forms as well.
 */
const harmless = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
