import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseAt, serverUrl } from '../packages/vault/test/postgres/database.ts';
import { mustBeRight } from './gdprbench/compare.ts';
import { Contest, HandClock } from './gdprbench/contest.ts';
import { engineNames, engines } from './gdprbench/engines.ts';
import { fnv64, javaHash } from './gdprbench/hash.ts';
import { Oracle } from './gdprbench/oracle.ts';
import { dataOf, recordOf } from './gdprbench/record.ts';
import { workloadNames, workloadOf } from './gdprbench/workload.ts';
import { scrambledBelow, zipfian } from './gdprbench/zipfian.ts';
import { generator } from './generator.ts';
import { WrongAnswer } from './rounds.ts';

describe('the records', () => {
  it('are a function of their number', () => {
    expect(recordOf(33)).toMatchObject({
      ...{ key: 'key33', pur: '2fa', usr: 'heidi', obj: 'drugs', dec: 'allow', acl: 'billing' },
      ...{ shr: 'instagram', src: 'twitter', cat: 'ssn', ttl: 14_000 },
    });
  });

  it('hold the data that the paper’s generator makes', () => {
    expect(dataOf(7)).toMatch(/^75571691136714619555527-12442564487-/);
    expect(dataOf(99_999)).toHaveLength(100);
    expect(javaHash('hello')).toBe(99_162_322);
  });
});

describe('the distribution of keys', () => {
  it('hashes as YCSB does', () => {
    expect(fnv64(0n)).toBe(6_284_781_860_667_377_211n);
    expect(fnv64(1n)).toBe(8_517_097_267_634_966_620n);
  });

  it('draws the first items with the chances that the constants state', () => {
    const zetan = 26.46902820178302;
    expect(zipfian(0.999 / zetan)).toBe(0);
    expect(zipfian(1.001 / zetan)).toBe(1);
    expect(zipfian((1 + 0.5 ** 0.99) / zetan + 1e-9)).toBeGreaterThanOrEqual(1);
    expect(zipfian(1 - 2 ** -32)).toBeLessThan(1e10);
  });

  it('is scattered over all keys, some drawn far more often', () => {
    const draw = generator(1);
    const counts = new Map<number, number>();
    for (let at = 0; at < 10_000; at++) {
      const k = scrambledBelow(1_000, draw);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    const favourite = Number(fnv64(0n) % 1_000n);
    expect(counts.get(favourite)).toBe(Math.max(...counts.values()));
    expect(counts.get(favourite)! / 10_000).toBeCloseTo(1 / 26.47, 1);
    expect(counts.size).toBeGreaterThan(500);
  });
});

describe('the workloads', () => {
  it.each(workloadNames)('%s has its mix, and is the same each time', (name) => {
    const { operations } = workloadOf(name, 1_000, 4_000, 0);
    expect(workloadOf(name, 1_000, 4_000, 0).operations).toEqual(operations);
    expect(workloadOf(name, 1_000, 4_000, 1).operations).not.toEqual(operations);
    const shareOf = (kind: string) =>
      operations.filter((operation) => operation.kind === kind).length / operations.length;
    const shares = {
      controller: { insert: 0.25, 'delete by user': 0.125, 'update metadata by user': 0.25 },
      customer: { 'read by user': 0.2, 'delete by key': 0.2, 'update data by key': 0.2 },
      processor: { 'read by key': 0.8, 'read by purpose': 0.1, 'read by objection': 0.1 },
      regulator: { 'read metadata by user': 0.46, 'read the log': 0.31, 'verify deletion': 0.23 },
    }[name];
    for (const [kind, share] of Object.entries(shares)) {
      expect(shareOf(kind), kind).toBeCloseTo(share, 1);
    }
  });
});

describe('the small profile', () => {
  // The engines at the same time, for nothing is measured.
  it.concurrent.for(engineNames)(
    'is answered by %s as by the oracle',
    { timeout: 120_000 },
    async (name, { expect }) => {
      const folder = mkdtempSync(join(tmpdir(), 'avow-gdprbench-'));
      const server = await serverUrl();
      const clock = new HandClock();
      const place = { folder, url: (database: string) => databaseAt(server, database) };
      const engine = await engines[name](place, clock);
      try {
        const contest = new Contest(engine, clock, { records: 104, operations: 32 });
        for (const workload of workloadNames) await contest.run(workload, 0);
        expect(contest.compared).toBe(32 * workloadNames.length);
        expect(await engine.size()).toBeGreaterThan(104 * 100);
      } finally {
        await engine.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('the oracle', () => {
  const seed = Array.from({ length: 20 }, (_, k) => recordOf(k));
  const later = 30_000;

  it('knows what has run out, where it is promised to', () => {
    const oracles = [true, false].map((expires) => new Oracle({ expires, logs: true }));
    for (const oracle of oracles) oracle.load(seed, 0);
    const gone = { kind: 'verify deletion', key: 'key10' } as const;
    const answers = (now: number) => oracles.map((oracle) => oracle.perform(gone, now));
    expect(answers(later - 1)).toEqual([{ isGone: false }, { isGone: false }]);
    expect(answers(later)).toEqual([{ isGone: true }, { isGone: false }]);
    expect(oracles[0]!.missing(seed, later).map(({ key }) => key)).toEqual(['key0', 'key10']);
  });

  it('gives to a use what does not object to it', () => {
    const oracle = new Oracle({ expires: true, logs: true });
    oracle.load(seed.slice(0, 6), 0);
    const answer = oracle.perform({ kind: 'read by objection', obj: 'yoga' }, 0);
    const keys = 'data' in answer ? answer.data.map(({ key }) => key) : [];
    expect(keys).toEqual(['key0', 'key1', 'key3', 'key4', 'key5']);
  });

  it('finds a wrong answer, in whatever order it comes', () => {
    const read = { kind: 'read by user', usr: 'bob' } as const;
    const data = [
      { key: 'a', data: '1' },
      { key: 'b', data: '2' },
    ];
    expect(() => mustBeRight(read, { data: data.toReversed() }, { data })).not.toThrow();
    expect(() => mustBeRight(read, { data: data.slice(1) }, { data })).toThrow(WrongAnswer);
  });
});
