import { readLeaf } from '../audit/leaf.ts';
import { gapInDoubt } from '../clock/gap.ts';
import { latestNote } from '../log/start.ts';
import { waitingEntries } from '../log/stretch.ts';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { type Examined, examined, fail, ok, warn } from './finding.ts';

/** More than a sequencer that runs leaves waiting. */
const MANY = 1_000;

/** Anchor, sequencer and clock, as the log shows them. */
export async function examineLog(
  data: Reader,
  { anchored, vkey, now }: { anchored: string | undefined; vkey: string; now: number },
): Promise<readonly Examined[]> {
  return [
    await examined('anchor', 'see "Restoring" in docs/operate.md', async () => {
      await latestNote(data, anchored, vkey);
      return ok('anchor', 'the log continues the checkpoint kept outside');
    }),
    await examineBacklog(data),
    await examineClock(data, now),
  ];
}

async function examineBacklog(data: Reader): Promise<Examined> {
  const rows = await waitingEntries(data, MANY);
  if (rows.length < MANY) return ok('backlog', `entries that wait for the tree: ${rows.length}`);
  const todo = 'look whether a server runs, and what it reports of its sequencer';
  return warn('backlog', `entries that wait for the tree: ${MANY} or more`, todo);
}

/**
 * An entry tells its hour; a clock that is behind that has been put back. A start that found too much
 * time since has written it down.
 */
async function examineClock(data: Reader, now: number): Promise<Examined> {
  const gap = await gapInDoubt(data);
  if (gap !== undefined) {
    const days = Math.floor((gap.to - gap.from) / 86_400_000);
    const says = `nobody has said that ${days} days passed without an entry; nothing is removed`;
    return fail('clock', says, 'look at the clock; if it is right, start with --accept-clock');
  }
  const newest = { table: 'entry', by: 'key', equals: [], descending: true, limit: 1 };
  const [rows] = await data.read([newest]);
  const entry = rows?.[0] as Stored<'entry'> | undefined;
  const hour = Date.parse(String(entry && readLeaf(entry.body)?.body['hour']));
  if (!(hour > now)) return ok('clock', 'not behind the last entry');
  const says = 'this machine is behind the hour of the last entry';
  return fail('clock', says, 'set its clock, and let it be kept by NTP');
}
