import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/limits/gate.ts';

/** Work that goes on until it is told to end, and says that it has begun. */
function work(begun: number[], name: number) {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const start = () => {
    begun.push(name);
    return promise;
  };
  return { start, end: () => resolve(name), fail: () => reject(new Error('failed')) };
}

describe('a gate', () => {
  it('lets so many through at once, and the others in the order of asking', async () => {
    const gate = createGate({ atOnce: 2, waiting: 2 });
    const begun: number[] = [];
    const works = [0, 1, 2, 3].map((name) => work(begun, name));
    const done = works.map(({ start }) => gate.through(start));
    await Promise.resolve();
    expect([begun, gate.load]).toEqual([[0, 1], { running: 2, waiting: 2 }]);
    works[1]?.end();
    await done[1];
    await new Promise(setImmediate);
    expect([begun, gate.load]).toEqual([[0, 1, 2], { running: 2, waiting: 1 }]);
    for (const { end } of works) end();
    expect(await Promise.all(done)).toEqual([0, 1, 2, 3]);
    expect([begun, gate.load]).toEqual([[0, 1, 2, 3], { running: 0, waiting: 0 }]);
  });

  it('refuses at once who finds it full, and keeps nothing of them', async () => {
    const gate = createGate({ atOnce: 1, waiting: 1, retryAfter: 7 });
    const begun: number[] = [];
    const works = [0, 1].map((name) => work(begun, name));
    const done = works.map(({ start }) => gate.through(start));
    await expect(gate.through(work(begun, 2).start)).rejects.toMatchObject({
      code: 'AVOW_BUSY',
      headers: { 'retry-after': '7' },
    });
    for (const { end } of works) end();
    await Promise.all(done);
    expect([begun, gate.load]).toEqual([[0, 1], { running: 0, waiting: 0 }]);
  });

  it('goes on after work that failed', async () => {
    const gate = createGate({ atOnce: 1, waiting: 1 });
    const [first, second] = [work([], 0), work([], 1)];
    const done = [gate.through(first.start), gate.through(second.start)];
    first.fail();
    second.end();
    const outcomes = await Promise.allSettled(done);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(gate.load).toEqual({ running: 0, waiting: 0 });
  });
});
