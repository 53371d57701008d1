import { expect, it } from 'vitest';
import { torture } from './torture.ts';

// That the harness itself is alive; `npm run torture` is the torture.
it('a server that is killed a few times loses nothing', { timeout: 600_000 }, async () => {
  const said: string[] = [];
  const asked = {
    seed: 1,
    only: ['SIGKILL'],
    engines: ['sqlite'],
    rounds: 2,
    keep: false,
  } as const;
  const isWell = await torture(asked, (line) => said.push(line));
  expect(isWell, said.join('\n')).toBe(true);
  expect(said.join('\n')).toMatch(/SIGKILL of a server +sqlite +2 /);
});
