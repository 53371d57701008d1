import type { Reader } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
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
  const past = { by: 'expires', equals: [], upTo: now - PASSED_OVER, limit: MOST } as const;
  const [records = [], lines = []] = await data.read([
    { ...past, table: 'record', expired: 'included' },
    { ...past, table: 'history', expired: 'included' },
  ]);
  if (records.length + lines.length === 0) return ok('retention', 'nothing is kept past its time');
  const says = `past their time, closed to everyone: records ${atMost(records.length)}, lines of history ${atMost(lines.length)}`;
  return warn('retention', says, 'start a server: it sweeps at once, and then hourly');
}

async function examineErasures(data: Reader): Promise<Examined> {
  const [rows = []] = await data.read([
    { table: 'person', by: 'state', equals: ['erasing'], limit: MOST },
  ]);
  if (rows.length === 0) return ok('erasures', 'none is under way');
  const says = `under way or cut off: ${atMost(rows.length)}`;
  return warn('erasures', says, 'if no server runs, start one: it carries them to their end');
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
