import { isUtf8 } from 'node:buffer';
import type { Line } from './lines.ts';
import { type Read, unread } from './row.ts';

/** Reads an object in each line (RFC 8259); its values are texts. A blank line is none. */
export function readNdjson(
  lines: readonly Line[],
  map: Readonly<Record<string, string | null>>,
): Read[] {
  return lines.flatMap((line) => readLine(line, map) ?? []);
}

function readLine(
  { number, bytes, isLong }: Line,
  map: Readonly<Record<string, string | null>>,
): Read | undefined {
  const next = number + 1;
  if (isLong) return unread(number, next, 'tooLong');
  if (!isUtf8(bytes)) return unread(number, next, 'malformed');
  const text = bytes.toString('utf8');
  if (text.trim() === '') return undefined;
  const read = objectIn(text);
  if (read === undefined) return unread(number, next, 'malformed');
  const values = new Map<string, string>();
  for (const [column, value] of Object.entries(read)) {
    // What such a column is called may be somebody's data itself.
    if (!Object.hasOwn(map, column)) return unread(number, next, 'unknownField');
    if (map[column] === null || value === null) continue;
    if (typeof value !== 'string') return unread(number, next, 'malformed', column);
    values.set(column, value);
  }
  return { kind: 'row', line: number, next, values };
}

function objectIn(text: string): object | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
