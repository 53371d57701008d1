import type { OwnDraft, RotationDraft } from '../../entry/body.ts';
import { writeOwnEntry } from '../../entry/write.ts';
import type { Change, Read, Reader } from '../../port/store.ts';
import type { BlindRow, EvidenceRow } from '../../tables.ts';
import type { RotationParts } from '../parts.ts';

/**
 * How far the making anew has come. It lies in the data store, so that it moves with the very rows it
 * speaks of, and a backup of the data never holds the one without the other.
 */
export interface Course {
  /** The last row that was looked at, in the order of people. */
  readonly last: Place | undefined;
  /** When all had been looked at: epoch ms. */
  readonly finished: number | undefined;
  /** Rows that could not be made anew, so that they still need the key before. */
  readonly stuck: number;
}

/** A row of table `blind`, without what makes it one of many. */
export type Place = Pick<BlindRow, 'index' | 'digest' | 'target' | 'person'>;

const KIND = 'rotation';

/** A course as it was read. */
export interface StoredCourse extends Course {
  readonly row: EvidenceRow;
}

/** The read of how far the change to the index key of this number has come. */
export function readCourse(number: number): Read {
  return { table: 'evidence', by: 'key', equals: [idOf(number)], limit: 1 };
}

export function courseIn(rows: readonly unknown[] | undefined): StoredCourse | undefined {
  const row = rows?.[0] as EvidenceRow | undefined;
  return row && { ...fromBody(row.body), row };
}

export async function courseOf(data: Reader, number: number): Promise<StoredCourse | undefined> {
  return courseIn((await data.read([readCourse(number)]))[0]);
}

/** The change that puts a course in the place of another, or makes the first. */
export function setCourse(
  number: number,
  before: StoredCourse | undefined,
  course: Course,
  now: number,
): Change {
  const after = {
    id: idOf(number),
    kind: KIND,
    person: null,
    party: null,
    ref: null,
    state: 'index',
    at: before?.row.at ?? now,
    until: null,
    body: bodyOf(course),
    key: null,
    sealed: null,
  };
  const table = 'evidence';
  return before === undefined ? { table, after } : { table, before: before.row, after };
}

/** Changes with the entry that accounts for them. */
export function recorded(
  state: RotationDraft['state'],
  changes: readonly Change[],
  { tools }: Pick<RotationParts, 'tools'>,
  now: number,
): readonly Change[] {
  const draft: OwnDraft = { kind: 'rotation', key: 'index', state };
  return writeOwnEntry(draft, null, changes, { ...tools, now }).changes;
}

function idOf(number: number): string {
  return `rotation/index/${number}`;
}

function bodyOf({ last, finished, stuck }: Course): string {
  const digest = last && Buffer.from(last.digest).toString('base64');
  return JSON.stringify({ last: last && { ...last, digest }, finished, stuck });
}

function fromBody(body: string): Course {
  const { last, finished, stuck } = JSON.parse(body);
  return {
    last: last && { ...last, digest: Buffer.from(last.digest, 'base64') },
    finished,
    stuck,
  };
}
