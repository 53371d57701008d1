import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/limits/limiter.ts';

/** A clock that only its holder moves. */
function handClock() {
  let at = 0;
  return {
    now: () => at,
    pass(ms: number) {
      at += ms;
    },
  };
}

const steps = fc.array(
  fc.record({
    pass: fc.integer({ min: 0, max: 5_000 }),
    cost: fc.integer({ min: 1, max: 5 }),
    back: fc.boolean(),
  }),
  { maxLength: 60 },
);
const rates = fc.record({
  perSecond: fc.double({ min: 0.1, max: 50, noNaN: true }),
  burst: fc.integer({ min: 1, max: 40 }),
});

describe('a limiter', () => {
  it('never grants more than its burst and what came in since', () => {
    fc.assert(
      fc.property(rates, steps, (rate, asked) => {
        const clock = handClock();
        const limiter = createLimiter({ rate, now: clock.now });
        let granted = 0;
        for (const { pass, cost, back } of asked) {
          clock.pass(pass);
          const taken = limiter.take('somebody', cost);
          if (taken.granted) granted += cost;
          if (taken.granted && back) {
            limiter.giveBack('somebody', cost);
            granted -= cost;
          }
          const came = rate.burst + (rate.perSecond * clock.now()) / 1000;
          expect(granted).toBeLessThanOrEqual(came + 1e-6);
        }
      }),
    );
  });

  it('grants after the time that it named, and not a second before', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 100 }), (rate, drawn) => {
        const clock = handClock();
        const limiter = createLimiter({ rate, now: clock.now });
        limiter.charge('somebody', drawn);
        const { granted, wait } = limiter.take('somebody');
        if (granted) return;
        clock.pass(Math.max(0, wait * 1000 - 1000 - 1e-3));
        expect(limiter.take('somebody').granted).toBe(false);
        clock.pass(1_001);
        expect(limiter.take('somebody').granted).toBe(true);
      }),
    );
  });

  it('counts each name for itself', () => {
    const limiter = createLimiter({ rate: { perSecond: 1, burst: 2 }, now: () => 0 });
    const taken = ['a', 'a', 'a', 'b'].map((name) => limiter.take(name).granted);
    expect(taken).toEqual([true, true, false, true]);
  });

  it('keeps so many buckets and no more, and forgets who came longest ago', () => {
    const limiter = createLimiter({ rate: { perSecond: 1, burst: 1 }, most: 100, now: () => 0 });
    for (let name = 0; name < 10_000; name++) limiter.take(`${name}`);
    expect(limiter.size).toBe(100);
    expect([limiter.knows('9999'), limiter.knows('9900'), limiter.knows('9899')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    { perSecond: 0, burst: 1 },
    { perSecond: 1, burst: 0 },
    { perSecond: Number.NaN, burst: 1 },
  ])('refuses a rate by which nothing would ever come: %o', (rate) => {
    expect(() => createLimiter({ rate })).toThrow(RangeError);
  });
});
