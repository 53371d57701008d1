import { actSeals } from '../../act/seals.ts';
import { checkStanding, isClosed } from '../../act/standing.ts';
import { isFault, VaultError } from '../../fault.ts';
import type { PersonId } from '../../id.ts';
import type { Findable, FindableIn } from '../../index/findable.ts';
import type { DataKeys } from '../../keys/data-keys.ts';
import type { IndexKeys } from '../../keys/index-keys.ts';
import type { Change, Read, Row } from '../../port/store.ts';
import { readOn } from '../../table/read-on.ts';
import type { BlindRow, PersonRow, RecordRow } from '../../tables.ts';
import type { RotationParts } from '../parts.ts';
import {
  type Course,
  courseIn,
  readCourse,
  recorded,
  type StoredCourse,
  setCourse,
} from './course.ts';

/**
 * Rows made anew by one act. It opens the records they lead to, and whoever decides meanwhile waits no
 * longer than that takes; and its entry names each by two hashes, and an entry is bounded.
 */
const STEP = 100;

/** What digests are made anew with. */
export interface Renewing {
  readonly parts: RotationParts;
  readonly index: IndexKeys;
  readonly findable: FindableIn;
}

/**
 * Makes the next rows anew, in one act that writes an entry, for it opens the records that they lead
 * to; resolves to how far it has come then. A row that went between the look and the act is looked for
 * again in the act: one that is gone leads nowhere, and needs no key. `AVOW_CONFLICT`, or `AVOW_ERASED`,
 * if somebody changed or erased one of them meanwhile: to be done again.
 */
export async function renewSome(renewing: Renewing, before: StoredCourse): Promise<Course> {
  const { parts, index } = renewing;
  const page: Read = { table: 'blind', by: 'person', equals: [], limit: STEP };
  const rows = (await readOn(parts.data, page, before.last)) as readonly BlindRow[];
  const people = unique(rows.map(({ person }) => person));
  const targets = unique(rows.map(({ target }) => target));
  const reads = [...people.map(readPerson), ...targets.map(readRecord), readCourse(index.number)];
  const keys = await keysOf(parts, people, await parts.data.read(reads));
  const course = reads.length - 1;
  return parts.data.run({
    locks: people.map((id) => ({ on: 'person', id, mode: 'exclusive' })),
    reads: [...reads, ...rows.map(readRow)],
    decide(found, moment) {
      // Another process may have gone on from there.
      if (courseIn(found[course])?.row.body !== before.row.body) throw changed();
      const persons = byId(found.slice(0, people.length) as (readonly PersonRow[])[]);
      const records = byId(found.slice(people.length, course) as (readonly RecordRow[])[]);
      const isGone = (at: number) => found[course + 1 + at]?.length === 0;
      for (const party of keys) checkStanding(party, persons.get(party.person), false);
      const seals = actSeals(keys, moment, parts.tools.random);
      try {
        const values = valuesIn(renewing, (record) => seals.open(record));
        const renewed = rows.map((row, at) => {
          // Its item was removed, or another process has made it anew, since it was looked for.
          if (isGone(at)) return 'gone';
          const person = persons.get(row.person);
          if (person === undefined || isClosed(person)) return 'dead';
          const record = records.get(row.target);
          if (record?.person !== row.person) return 'stuck';
          if (record.expires !== null && record.expires <= moment.now) return 'dead';
          return renew(row, values(record), index);
        });
        const after: Course = {
          last: rows.length === STEP ? placeOf(rows.at(-1)!) : before.last,
          finished: rows.length < STEP ? moment.now : undefined,
          stuck: before.stuck + renewed.filter((each) => each === 'stuck').length,
        };
        const changes = [
          ...renewed.flatMap((each) => (typeof each === 'string' ? [] : each)),
          setCourse(index.number, before, after, moment.now),
        ];
        return { changes: recorded('step', changes, parts, moment.now), answer: after };
      } finally {
        seals.close();
      }
    },
  });
}

/** The values of records, by their digests under the key before; each record is opened once. */
function valuesIn({ index, findable }: Renewing, open: (record: RecordRow) => Uint8Array) {
  const known = new Map<string, Values>();
  return (record: RecordRow): Values => {
    let values = known.get(record.id);
    if (values === undefined) {
      values = toldBy(() => findable(record, open(record))).map((each) => ({
        ...each,
        before: index.digestBefore(each.index, each.value) ?? new Uint8Array(),
      }));
      known.set(record.id, values);
    }
    return values;
  };
}

/** What does not open, because it was altered, is left as it is; an audit tells of it. */
function toldBy(tell: () => readonly Findable[]): readonly Findable[] {
  try {
    return tell();
  } catch (problem) {
    if (isFault(problem, 'AVOW_SEAL', 'AVOW_UNKNOWN')) return [];
    throw problem;
  }
}

type Values = readonly {
  readonly index: string;
  readonly value: string;
  readonly before: Uint8Array;
}[];

/** `done`: it has been made anew before. `stuck`: no value that is known leads to this row. */
function renew(
  row: BlindRow,
  values: Values,
  keys: IndexKeys,
): readonly Change[] | 'done' | 'stuck' {
  const own = values.filter(({ index }) => index === row.index);
  // Some indexes keep the beginning of a digest only.
  const leads = (digest: Uint8Array) =>
    Buffer.compare(digest.subarray(0, row.digest.length), row.digest) === 0;
  const newest = ({ index, value }: Values[number]) => keys.digest(index, value);
  const value = own.find(({ before }) => leads(before));
  if (value === undefined) return own.some((each) => leads(newest(each))) ? 'done' : 'stuck';
  const after = { ...placeOf(row), digest: newest(value).subarray(0, row.digest.length) };
  // The digest is part of the row's key: so it is another row.
  return [
    { table: 'blind', before: row },
    { table: 'blind', after },
  ];
}

/** The keys that the records of those who are there were sealed with. */
async function keysOf(
  { keyStore }: RotationParts,
  people: readonly string[],
  found: readonly (readonly Row[])[],
): Promise<readonly DataKeys[]> {
  const records = found.slice(people.length, -1).flat() as unknown as readonly RecordRow[];
  const keys: DataKeys[] = [];
  for (const [at, id] of people.entries()) {
    const person = found[at]?.[0] as PersonRow | undefined;
    const classes = unique(
      records.filter((record) => record.person === id).map(({ retention }) => retention),
    );
    if (person === undefined || isClosed(person) || classes.length === 0) continue;
    keys.push(await keyStore.fetch(id as PersonId, person.generation, classes));
  }
  return keys;
}

function placeOf({ index, digest, target, person }: BlindRow) {
  return { index, digest, target, person };
}

function readPerson(id: string): Read {
  return { table: 'person', by: 'key', equals: [id], limit: 1 };
}

function readRow({ index, digest, target }: BlindRow): Read {
  return { table: 'blind', by: 'key', equals: [index, digest, target], limit: 1 };
}

/** Expired ones too: what leads there is dead, and what leads to nothing that is known is not. */
function readRecord(id: string): Read {
  return { table: 'record', by: 'key', equals: [id], limit: 1, expired: 'included' };
}

function byId<R extends { readonly id: string }>(found: readonly (readonly R[])[]) {
  return new Map(found.flat().map((row) => [row.id, row]));
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function changed(): VaultError {
  return new VaultError('AVOW_CONFLICT', 'somebody else has gone on with it');
}
