import { readFileSync } from 'node:fs';
import { Differs } from '../../market/src/story/answer.ts';
import { api } from '../../market/src/story/api.ts';
import { type Published, stage } from '../../market/src/story/stage.ts';
import { playDay } from './day.ts';

// Played beside `npx avow start policies/clinic`, in the folder where that was run.
const { PORT = '4000', AVOW_KEYS = 'keys' } = process.env;
const base = `http://localhost:${PORT}`;

try {
  const response = await fetch(`${base}/policy.json`).catch(() => undefined);
  if (!response?.ok) throw new Differs(`Nobody answers at ${base}: npx avow start policies/clinic`);
  const policy = (await response.json()) as Published;
  const key = readFileSync(`${AVOW_KEYS}/api-key`, 'utf8').trim();
  await playDay(stage(policy, console.log), api(base, key));
  console.log('\nEvery answer was the policy’s.');
} catch (problem) {
  if (!(problem instanceof Differs)) throw problem;
  console.error(`\n${problem.message}`);
  process.exitCode = 1;
}
