import { holdsOf, isHeld, isHistoryHeld, standing } from '../hold/hold.ts';
import type { Read, Reader } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import { readOn } from '../table/read-on.ts';
import type { EvidenceRow, HistoryRow, PersonRow, RecordRow } from '../tables.ts';
import { type Examined, examined, ok, warn } from './finding.ts';

/** A server sweeps once an hour; what is left after two has been passed over. */
const PASSED_OVER = 2 * 3_600_000;
const MOST = 1_000;

/** What should be gone, and the list of those who are. */
export async function examinePeople(
  data: Reader,
  tombstones: Tombstones,
  now: number,
): Promise<readonly Examined[]> {
  return [
    await examineRetention(data, now),
    await examineErasures(data),
    await examineTombstones(tombstones),
  ];
}

async function examineRetention(data: Reader, now: number): Promise<Examined> {
  const isOver = now - PASSED_OVER;
  const records = await countPast(data, 'record', isOver, (row, holds) =>
    isHeld(holds, (row as RecordRow).category),
  );
  const lines = await countPast(data, 'history', isOver, (_, holds) => isHistoryHeld(holds));
  const held = records.held + lines.held;
  const kept = held === 0 ? '' : `; kept by legal holds: ${held}`;
  if (records.over + lines.over === 0) {
    return ok('retention', `nothing is kept past its time${kept}`);
  }
  const says = `past their time, closed to everyone: records ${atMost(records.over)}, lines of history ${atMost(lines.over)}${kept}`;
  return warn('retention', says, 'start a server: it sweeps at once, and then hourly');
}

/** Rows that sweeps have passed over: those that nobody holds, up to so many; and those that a hold keeps. */
async function countPast(
  data: Reader,
  table: 'record' | 'history',
  upTo: number,
  keeps: (row: RecordRow | HistoryRow, holds: readonly EvidenceRow[]) => boolean,
): Promise<{ readonly over: number; readonly held: number }> {
  const bounds = { upTo, limit: MOST, expired: 'included' } as const;
  const read: Read = { table, by: 'expires', equals: [], ...bounds };
  const holds = new Map<string, readonly EvidenceRow[]>();
  const count = { over: 0, held: 0 };
  let rows = await readOn(data, read, undefined);
  while (rows.length > 0 && count.over < MOST) {
    for (const row of rows as readonly (RecordRow | HistoryRow)[]) {
      const standing = holds.get(row.person) ?? (await standingOn(data, row.person, upTo));
      holds.set(row.person, standing);
      count[keeps(row, standing) ? 'held' : 'over'] += 1;
    }
    rows = await readOn(data, read, rows.at(-1));
  }
  return count;
}

async function standingOn(data: Reader, person: string, now: number) {
  const [rows = []] = await data.read([holdsOf(person)]);
  return standing(rows, now);
}

async function examineErasures(data: Reader): Promise<Examined> {
  const [cutOff = [], waiting = []] = await data.read([peopleWho('erasing'), peopleWho('held')]);
  const held = waiting.length === 0 ? '' : `; waiting for a legal hold: ${atMost(waiting.length)}`;
  if (cutOff.length === 0) return ok('erasures', `none is under way${held}`);
  const says = `under way or cut off: ${atMost(cutOff.length)}${held}`;
  return warn('erasures', says, 'if no server runs, start one: it carries them to their end');
}

function peopleWho(state: PersonRow['state']): Read {
  return { table: 'person', by: 'state', equals: [state], limit: MOST };
}

function examineTombstones(tombstones: Tombstones): Promise<Examined> {
  const todo = 'put the list back whole; a restore needs it';
  return examined('tombstones', todo, async () => {
    if (!(await tombstones.exists())) {
      const says = 'the list of erased people is missing';
      return warn('tombstones', says, 'the next start makes it again, while the stores are well');
    }
    const people = new Set<string>();
    for await (const person of tombstones.people()) people.add(person);
    return ok('tombstones', `people on the list outside: ${people.size}`);
  });
}

function atMost(rows: number): string {
  return rows < MOST ? String(rows) : `${MOST} or more`;
}
