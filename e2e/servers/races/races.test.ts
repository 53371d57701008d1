import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, makeDeployment } from '../deployment.ts';
import { kinds } from './contests.ts';
import { httpSide } from './http-side.ts';
import { startProcess } from './process-side.ts';
import { type Raced, race } from './race.ts';
import { judge, placesIn } from './verdict.ts';

/** Races of two processes with the library in them; those over HTTP, which cost more, are a tenth. */
const count = Number(process.env['AVOW_RACES'] ?? 10_000);
const overHttp = Math.ceil(count / 10);
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
      await expectKept(raced, data);
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
      await expectKept(raced, served.data);
    } finally {
      await served.remove();
    }
  });
});

/** Holds the races against the log; and there must have been decisions on both sides of the changes. */
async function expectKept(raced: readonly Raced[], data: string): Promise<void> {
  const { sides, broken } = judge(raced, await placesIn(data));
  console.log(JSON.stringify({ seed, races: raced.length, broken: broken.length, sides }));
  expect(broken).toEqual([]);
  for (const kind of kinds) {
    expect(sides[kind].permittedBefore, kind).toBeGreaterThan(0);
    expect(sides[kind].refusedAfter, kind).toBeGreaterThan(0);
  }
}
