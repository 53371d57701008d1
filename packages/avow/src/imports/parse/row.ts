import type { RejectCode } from '../../face/imports.ts';

/** Something that a delivery holds, by the line that it begins with and the one after it. */
interface Placed {
  readonly line: number;
  readonly next: number;
}

/** Values by column, as they stood there. */
export interface ReadRow extends Placed {
  readonly kind: 'row';
  readonly values: ReadonlyMap<string, string>;
}

/** What is no row. */
interface Unread extends Placed {
  readonly kind: 'reject';
  readonly code: RejectCode;
  readonly column?: string;
}

/** The line that names the columns; undefined where it cannot be read. */
export interface Heading extends Placed {
  readonly kind: 'columns';
  readonly columns: readonly string[] | undefined;
}

export type Read = ReadRow | Unread | Heading;

export function unread(line: number, next: number, code: RejectCode, column?: string): Unread {
  return { kind: 'reject', line, next, code, ...(column === undefined ? {} : { column }) };
}
