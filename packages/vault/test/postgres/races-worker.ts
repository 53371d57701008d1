/**
 * Runs one side of many races: `node races-worker.ts <url> changes|decisions`. Told by message the
 * races of a lap, it answers by message how many permits each race had when its change had
 * returned, or how many its decision gave.
 */
import { schema } from '../../src/conformance/items.ts';
import { openPostgres } from '../../src/index.ts';
import { change, decision, permits } from './racing.ts';

const [url = '', side] = process.argv.slice(2);
const store = await openPostgres(url, schema);

async function changeAndCount(race: number): Promise<number> {
  await store.run(change(race));
  return permits(store, race);
}

async function decide(race: number): Promise<number> {
  return (await store.run(decision(race))) ? 1 : 0;
}

process.on('message', async (races: readonly number[]) => {
  const run = side === 'changes' ? changeAndCount : decide;
  process.send!(await Promise.all(races.map(run)));
});
process.on('disconnect', () => void store.close());
process.send!('ready');
