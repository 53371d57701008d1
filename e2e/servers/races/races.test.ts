import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, makeDeployment } from '../deployment.ts';
import { kinds } from './contests.ts';
import { httpSide } from './http-side.ts';
import { startProcess } from './process-side.ts';
import { type Raced, race } from './race.ts';
import { judge, placesIn, type Verdict } from './verdict.ts';

/** Races of two processes with the library in them; those over HTTP, each of which costs more, are a few of them again. */
const count = Number(process.env['AVOW_RACES'] ?? 10_000);
const overHttp = Math.ceil(count / 25);
const seed = Number(process.env['AVOW_SEED'] ?? 20_260_105);
const lanes = 40;

/** For a machine that has much else to do, and may take minutes to start two servers. */
const timeoutOf = (races: number) => 300_000 + 120 * races;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await makeDeployment();
});
afterAll(() => deployment.remove());

describe('no permit commits after the change has returned', () => {
  it(`in two processes on one PostgreSQL: ${count} races, seed ${seed}`, {
    timeout: timeoutOf(count),
  }, async () => {
    const { data, keys, anchor } = deployment;
    const args = [data, keys, anchor, randomBytes(32).toString('hex')];
    const [one, other] = await Promise.all([startProcess(args), startProcess(args)]);
    try {
      const raced = await race([one, other], { count, seed, lanes });
      // What has not been put into the log yet is put there before they end.
      expect(await Promise.all([one.stop(), other.stop()])).toEqual([0, 0]);
      const sides = await expectKept(raced, data);
      for (const kind of kinds) {
        expect(sides[kind].permittedBefore, kind).toBeGreaterThan(0);
        expect(sides[kind].refusedAfter, kind).toBeGreaterThan(0);
      }
    } finally {
      one.kill();
      other.kill();
    }
  });
});

describe('the same over HTTP', () => {
  it(`on two servers: ${overHttp} races, seed ${seed}`, {
    timeout: timeoutOf(overHttp),
  }, async () => {
    const served = await makeDeployment();
    try {
      const servers = [await served.serve(), await served.serve()] as const;
      const [one, other] = servers;
      const sides = [httpSide(one.ask), httpSide(other.ask)] as const;
      const raced = await race(sides, { count: overHttp, seed, lanes });
      expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
      // So few of some kinds may all fall on one side; of all together they fall on both.
      const fell = Object.values(await expectKept(raced, served.data));
      expect(fell.some((sides) => sides.permittedBefore > 0)).toBe(true);
      expect(fell.some((sides) => sides.refusedAfter > 0)).toBe(true);
    } finally {
      await served.remove();
    }
  });
});

/** Holds the races against the log. Resolves to on which side of the changes the decisions fell, kind by kind. */
async function expectKept(raced: readonly Raced[], data: string): Promise<Verdict['sides']> {
  const { sides, broken } = judge(raced, await placesIn(data));
  console.log(JSON.stringify({ seed, races: raced.length, broken: broken.length, sides }));
  expect(broken).toEqual([]);
  return sides;
}
