import { KEPT_FOR } from '../../act/idempotency.ts';
import { isFault } from '../../fault.ts';
import { numberedRow, numbersOf } from '../../keys/names.ts';
import { noteIn, strikeOut } from '../../keys/notes.ts';
import { regionLock } from '../../keys/region-keys.ts';
import { secretRows } from '../../keys/secrets.ts';
import type { SecretRow } from '../../keys/tables.ts';
import type { Change, Reader } from '../../port/store.ts';
import type { PersonRow } from '../../tables.ts';
import { changeSecrets, type RotationParts, refuseIfStopped, scrub, type Tell } from '../parts.ts';
import { type Course, courseOf, recorded, type StoredCourse, setCourse } from './course.ts';
import { type Renewing, renewSome } from './renew.ts';

/** The key before outlives the making anew by this much: a backup may hold the data of before. */
const MARGIN = 24 * 3_600_000;
/** How often in a row somebody may have changed what was to be made anew. */
const TRIES = 100;

/** How a change of the index key stands. */
export interface IndexCourse {
  /** The old key goes at this moment at the earliest, epoch ms; undefined while there is work to do. */
  readonly until: number | undefined;
  /** Digests that cannot be made anew, so that the old key stays. */
  readonly stuck: number;
}

/** What the two stores tell of a change of the index key; undefined if none is under way. */
export async function indexCourse(
  rows: readonly SecretRow[],
  data: Reader,
): Promise<IndexCourse | undefined> {
  if (noteIn(rows, 'rotation/index') === undefined) return undefined;
  const course = await courseOf(data, numbersOf(rows, 'index').at(-1)!);
  return { until: course && goneBy(course), stuck: course?.stuck ?? 0 };
}

/** Requests are known by the old key for as long as they are kept; all that are came before the course. */
function goneBy({ finished, row }: StoredCourse): number | undefined {
  return finished && Math.max(row.at + KEPT_FOR, finished + MARGIN);
}

/**
 * Makes every digest anew, step by step, while others read and write; removes the old key when nothing
 * stands under it any more, and no request can come again that does. May be cut off anywhere and begun
 * again, and done by several processes at once.
 */
export async function continueIndex(
  parts: RotationParts,
  note: SecretRow,
  tell: Tell,
): Promise<void> {
  const { index, findable } = parts;
  if (numbersOf(await secretRows(parts.keys), 'index').length === 1) return conclude(parts, note);
  // Nobody told what people are found by: then it is for somebody who knows.
  if (findable === undefined) return;
  let course = await start(parts);
  if (course.finished === undefined) {
    course = await renewAll({ parts, index, findable }, course, tell);
  }
  const until = goneBy(course);
  // Without an end somebody was quicker every time: the next start, or sweep, goes on.
  if (until === undefined || course.stuck > 0 || (await timeOf(parts)) < until) return;
  await parts.believed();
  await changeSecrets(parts, regionLock('exclusive'), olderThanNewest);
  await conclude(parts, note);
}

/** Looks once more at everything, after something could not be made anew. */
export async function retryIndex(parts: RotationParts): Promise<void> {
  const course = await courseOf(parts.data, parts.index.number);
  if (course?.finished === undefined || course.stuck === 0) return;
  await setOut(parts, course);
}

/** The course, which begins with an entry that says so. */
async function start(parts: RotationParts): Promise<StoredCourse> {
  const { number } = parts.index;
  const found = await courseOf(parts.data, number);
  if (found !== undefined) return found;
  await setOut(parts, undefined).catch(unlessConflict);
  return (await courseOf(parts.data, number))!;
}

async function setOut(parts: RotationParts, before: StoredCourse | undefined): Promise<void> {
  const beginning: Course = { last: undefined, finished: undefined, stuck: 0 };
  await parts.data.run({
    locks: [],
    reads: [],
    decide(_, { now }) {
      const changes = [setCourse(parts.index.number, before, beginning, now)];
      return { changes: recorded('begun', changes, parts, now), answer: undefined };
    },
  });
}

async function renewAll(renewing: Renewing, from: StoredCourse, tell: Tell): Promise<StoredCourse> {
  const { parts, index } = renewing;
  const people = await peopleIn(parts);
  let course = from;
  for (let tries = 0; course.finished === undefined && tries < TRIES; ) {
    refuseIfStopped(parts.signal);
    const step = await renewSome(renewing, course).catch(unlessConflict);
    tries = step === undefined ? tries + 1 : 0;
    course = (await courseOf(parts.data, index.number)) ?? course;
    const done = step?.finished === undefined ? people.upTo(course) : people.total;
    tell({ key: 'index', done, total: people.total });
  }
  return course;
}

/** How many people there are, and how many of them have been looked at. */
async function peopleIn({ data, signal }: RotationParts) {
  const ids: string[] = [];
  for await (const row of data.scan({ table: 'person' })) {
    refuseIfStopped(signal);
    ids.push((row as PersonRow).id);
  }
  return {
    total: ids.length,
    upTo: ({ last }: Course) =>
      last === undefined ? 0 : ids.filter((id) => id <= last.person).length,
  };
}

function olderThanNewest(rows: readonly SecretRow[]): readonly Change[] {
  return numbersOf(rows, 'index')
    .slice(0, -1)
    .map((number) => ({ table: 'secret', before: numberedRow(rows, 'index', number)! }));
}

/** The key is gone; no byte of it stays, the log says so, and what was noted goes. */
async function conclude(parts: RotationParts, note: SecretRow): Promise<void> {
  parts.index.forgetBefore();
  await scrub(parts);
  const course = await courseOf(parts.data, parts.index.number);
  if (course !== undefined) await close(parts, course).catch(unlessConflict);
  await changeSecrets(parts, regionLock('exclusive'), (rows) =>
    noteIn(rows, 'rotation/index')?.created === note.created
      ? strikeOut(rows, 'rotation/index')
      : [],
  );
}

async function close(parts: RotationParts, { row }: StoredCourse): Promise<void> {
  await parts.data.run({
    locks: [],
    reads: [],
    decide(_, { now }) {
      const changes = [{ table: 'evidence', before: row }];
      return { changes: recorded('done', changes, parts, now), answer: undefined };
    },
  });
}

/** By the store's clock, which never goes back. */
async function timeOf({ data }: RotationParts): Promise<number> {
  return data.run({
    locks: [],
    reads: [],
    decide: (_, { now }) => ({ changes: [], answer: now }),
  });
}

/** Somebody else changed it since, or erased whom it is about: it is looked at again. */
function unlessConflict(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT', 'AVOW_ERASED')) throw problem;
}
