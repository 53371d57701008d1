import type { SentenceId } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { ImportFormat, ImportState, Reject, RejectCode } from '../face/imports.ts';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/**
 * A delivery of a partner that is taken in: what it rests on, how its columns are read, and how far it has
 * come. A row of the party's; it names nobody, and holds no value of anybody.
 */
export const IMPORT = 'import';

export interface ImportBody {
  readonly engagement: string;
  /** SHA-256 of the statement of lawful means, base64url. */
  readonly document: string;
  readonly purpose: string;
  readonly format: ImportFormat;
  readonly match: string;
  /** The category of each column; null: the column is left out. */
  readonly map: Readonly<Record<string, string | null>>;
  /** The columns in the order in which the first line names them; null until it was read, or where there is none. */
  readonly columns: readonly string[] | null;
  /** The line that comes next. */
  readonly next: number;
  readonly kept: number;
  readonly rejected: Readonly<Partial<Record<RejectCode, number>>>;
  readonly why: 'engagement' | 'columns' | null;
  readonly ended: number | null;
}

/** An import as its row has it. */
export interface ImportRecord extends ImportBody {
  readonly id: string;
  readonly party: string;
  readonly at: number;
  readonly state: ImportState;
}

/** All rows of one party, the newest first; `after` goes on from an older one. */
export function importsOf(party: string, limit: number, after?: string): ReadOf<'evidence'> {
  const bound = after === undefined ? {} : { after };
  const equals = [party, IMPORT];
  return { table: 'evidence', by: 'party', equals, descending: true, limit, ...bound };
}

export function importRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** Those that are not over, of whatever party: as many as are counted. */
export const openImports: ReadOf<'evidence'> = {
  table: 'evidence',
  by: 'kind',
  equals: [IMPORT, 'open'],
  limit: MOST_ROWS,
};

/** The row of an import, if the id is one's. */
export function importIn(rows: readonly EvidenceRow[]): EvidenceRow | undefined {
  return rows.find(({ kind }) => kind === IMPORT);
}

export function importFrom(row: EvidenceRow): ImportRecord {
  const { id, party, at, state } = row;
  const body = JSON.parse(row.body) as ImportBody;
  return { ...body, id, party: party ?? '', at, state: state as ImportState };
}

/** What stands in the row's body. */
export function importBody({
  id: _id,
  party: _party,
  at: _at,
  state: _state,
  ...body
}: ImportRecord): ImportBody {
  return body;
}

/** Rejected lines of an import lie in rows of their own, those of one step in one, in the order of the lines. */
export const REJECTS = 'import.rejects';

export function rejectsRef(id: string): string {
  return reference(REJECTS, id);
}

const LINE_DIGITS = 12;

/** Sorts by its first line. */
export function rejectsId(id: string, line: number): string {
  return `${id} ${String(line).padStart(LINE_DIGITS, '0')}`;
}

/** Rows of rejects that begin behind a line. */
export function rejectsBehind(id: string, line: number, limit: number): ReadOf<'evidence'> {
  const equals = [rejectsRef(id), REJECTS];
  return { table: 'evidence', by: 'ref', equals, after: rejectsId(id, line), limit };
}

/** The last row that begins at a line or before it: it may hold some behind that line. */
export function rejectsAt(id: string, line: number): ReadOf<'evidence'> {
  const equals = [rejectsRef(id), REJECTS];
  const after = rejectsId(id, line + 1);
  return { table: 'evidence', by: 'ref', equals, after, descending: true, limit: 1 };
}

type Packed = readonly [
  line: number,
  code: RejectCode,
  column: string | null,
  sentence: SentenceId | null,
];

/** Line, code, column and sentence of each. Never what stood there. */
export function packRejects(rejects: readonly Reject[]): { readonly rejects: readonly Packed[] } {
  return {
    rejects: rejects.map(({ line, code, column, sentence }) => [
      line,
      code,
      column ?? null,
      sentence ?? null,
    ]),
  };
}

export function rejectsFrom(row: EvidenceRow): Reject[] {
  const { rejects } = JSON.parse(row.body) as { readonly rejects: readonly Packed[] };
  return rejects.map(([line, code, column, sentence]) => ({
    line,
    code,
    ...(column === null ? {} : { column }),
    ...(sentence === null ? {} : { sentence }),
  }));
}
