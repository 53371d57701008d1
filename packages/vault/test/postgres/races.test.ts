import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schema } from '../../src/conformance/items.ts';
import { openPostgres } from '../../src/index.ts';
import { newDatabase } from './database.ts';
import { countPermits, makePeople } from './racing.ts';

const RACES = 10_000;
/** Races that are run at the same time: so few that both sides are at the same person at once. */
const LAP = 16;

/** One process, with a store of its own on the same database. */
async function startSide(url: string, side: 'changes' | 'decisions'): Promise<ChildProcess> {
  const worker = join(import.meta.dirname, 'races-worker.ts');
  const child = fork(worker, [url, side], { execArgv: ['--no-warnings'] });
  await once(child, 'message');
  return child;
}

async function runLap(child: ChildProcess, races: readonly number[]): Promise<number[]> {
  const answer = once(child, 'message');
  child.send(races);
  const [counts] = (await answer) as [number[]];
  return counts;
}

it(`no permit commits after the change has returned, ${RACES} times`, {
  timeout: 180_000,
}, async () => {
  const url = await newDatabase();
  const store = await openPostgres(url, schema);
  const changes = await startSide(url, 'changes');
  const decisions = await startSide(url, 'decisions');
  const whenReturned: number[] = [];
  const granted: number[] = [];
  for (let first = 0; first < RACES; first += LAP) {
    const races = Array.from({ length: LAP }, (_, at) => first + at);
    await makePeople(store, races);
    const laps = [runLap(changes, races), runLap(decisions, races)] as const;
    whenReturned.push(...(await laps[0]));
    granted.push(...(await laps[1]));
  }
  const inTheEnd = await countPermits(store, RACES);
  expect(whenReturned).toEqual(inTheEnd);
  expect(granted).toEqual(inTheEnd);
  // Neither side was always first, or nothing would have been raced.
  const permitted = inTheEnd.filter((count) => count === 1).length;
  expect(permitted).toBeGreaterThan(RACES / 100);
  expect(permitted).toBeLessThan(RACES - RACES / 100);
  for (const side of [changes, decisions]) {
    const exit = once(side, 'exit');
    side.disconnect();
    await exit;
  }
  await store.close();
});
