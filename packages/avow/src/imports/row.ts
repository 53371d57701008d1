import { LONGEST_VALUE } from '../door/text.ts';
import type { Reject } from '../face/imports.ts';
import type { ImportBody } from '../register/import.ts';
import type { ReadRow } from './parse/row.ts';

/** A line that can be decided: by what somebody is found, and what is to be kept of them. */
export interface Row {
  readonly line: number;
  readonly next: number;
  readonly matched: string;
  /** By category. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A line that was read, held against what an import takes. */
export function rowOf({ line, next, values }: ReadRow, { map, match }: ImportBody): Row | Reject {
  const fields = new Map<string, string>();
  let matched: string | undefined;
  for (const [column, value] of values) {
    if (value === '') continue;
    const problem = problemIn(value);
    if (problem !== undefined) return { line, code: problem, column };
    const category = map[column]!;
    if (category === match) matched = value;
    else fields.set(category, value);
  }
  if (matched === undefined) return { line, code: 'missing', column: columnOf(map, match) };
  return fields.size === 0 ? { line, code: 'missing' } : { line, next, matched, fields };
}

function problemIn(value: string): 'tooLong' | 'malformed' | undefined {
  if (value.length > LONGEST_VALUE) return 'tooLong';
  return value.isWellFormed() && !value.includes('\0') ? undefined : 'malformed';
}

function columnOf(map: ImportBody['map'], category: string): string {
  return Object.keys(map).find((column) => map[column] === category)!;
}
