import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardClock } from '../src/clock/guard.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A machine: a clock that can be set, and a stopwatch that stands still while it sleeps. */
function machine(start = Date.UTC(2026, 0, 5)) {
  let told = start;
  let passed = 0;
  const clock = guardClock({ now: () => told }, { passed: () => passed });
  return {
    clock,
    told: () => told,
    run(ms: number) {
      told += ms;
      passed += ms;
    },
    sleep(ms: number) {
      told += ms;
    },
    set(ms: number) {
      told += ms;
    },
  };
}

describe('a watched clock', () => {
  it.each([
    ['runs for years', (m: ReturnType<typeof machine>) => m.run(5 * YEAR)],
    ['sleeps for a night', (m: ReturnType<typeof machine>) => m.sleep(10 * HOUR)],
    ['is put right by a minute', (m: ReturnType<typeof machine>) => m.set(60_000)],
    ['is put back by a year', (m: ReturnType<typeof machine>) => m.set(-YEAR)],
  ])('is believed when it %s', (_, happens) => {
    const m = machine();
    m.run(HOUR);
    m.clock.now();
    happens(m);
    expect(m.clock.ahead()).toBe(0);
    expect(m.clock.now()).toBe(m.told());
  });

  it.each([
    ['years', 10 * YEAR],
    ['a little more than a day', DAY + 1],
  ])('is not believed when it jumps ahead by %s, and time goes on without it', (_, jump) => {
    const m = machine();
    m.run(HOUR);
    const before = m.clock.now();
    m.set(jump);
    expect(m.clock.ahead()).toBe(jump);
    m.run(HOUR);
    expect(m.clock.now()).toBe(before + HOUR);
    // Put right, it is believed at once.
    m.set(-jump);
    expect(m.clock.ahead()).toBe(0);
    expect(m.clock.now()).toBe(m.told());
  });

  it('is believed when it returns from where it had gone back to', () => {
    const m = machine();
    m.run(HOUR);
    m.clock.now();
    m.set(-3 * YEAR);
    m.run(HOUR);
    m.clock.now();
    m.set(3 * YEAR);
    expect(m.clock.ahead()).toBe(0);
    m.set(3 * YEAR);
    expect(m.clock.ahead()).toBe(3 * YEAR);
  });

  it('is believed when it returns, in however many steps it had gone back', () => {
    const m = machine();
    for (const step of [-400 * DAY, -23 * HOUR, -9 * YEAR, -HOUR]) {
      m.set(step);
      m.run(HOUR);
      m.clock.now();
    }
    m.set(9 * YEAR);
    expect(m.clock.ahead()).toBe(0);
    m.set(400 * DAY + DAY);
    expect(m.clock.ahead()).toBe(0);
    expect(m.clock.now()).toBe(m.told());
  });

  it('is believed when it comes to a time that is on record, and no further than a day beyond', () => {
    const m = machine();
    m.run(HOUR);
    m.clock.remind(m.told() + 20 * HOUR, 30 * DAY);
    m.run(HOUR);
    m.set(2 * DAY);
    expect(m.clock.ahead()).toBe(2 * DAY);
    m.set(-10 * HOUR);
    expect(m.clock.ahead()).toBe(0);
  });

  it('that was wrong at the start is believed as soon as it tells what a start is believed', () => {
    const m = machine();
    m.clock.remind(m.told() + 400 * DAY, 30 * DAY);
    // How long nothing was put on record is known to nobody.
    m.set(431 * DAY);
    expect(m.clock.ahead()).toBe(431 * DAY);
    m.set(-DAY);
    expect(m.clock.ahead()).toBe(0);
    expect(m.clock.now()).toBe(m.told());
    // It is right by now, and watched as any other.
    m.set(2 * DAY);
    expect(m.clock.ahead()).toBe(2 * DAY);
  });

  it('that was wrong at the start may be put right little by little', () => {
    const m = machine();
    m.clock.remind(m.told() + 400 * DAY, 30 * DAY);
    for (const step of [-DAY, 101 * DAY, 290 * DAY]) {
      m.set(step);
      m.run(DAY);
      expect(m.clock.ahead()).toBe(0);
    }
    m.set(40 * DAY);
    expect(m.clock.ahead()).toBe(0);
    m.set(2 * DAY);
    expect(m.clock.ahead()).toBe(2 * DAY);
  });

  it('sleeps any number of nights', () => {
    const m = machine();
    for (let night = 0; night < 400; night++) {
      m.run(14 * HOUR);
      expect(m.clock.ahead()).toBe(0);
      m.sleep(10 * HOUR);
      expect(m.clock.ahead()).toBe(0);
    }
  });

  it('never tells more than has passed and was slept, whatever the clock does', () => {
    const event = fc.oneof(
      fc.record({ run: fc.integer({ min: 0, max: 30 * DAY }) }),
      fc.record({ sleep: fc.integer({ min: 0, max: DAY }) }),
      fc.record({ set: fc.integer({ min: -20 * YEAR, max: 20 * YEAR }) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const m = machine();
        let most = m.clock.now();
        for (const each of events) {
          if ('run' in each) m.run(each.run);
          else if ('sleep' in each) m.sleep(each.sleep);
          else m.set(each.set);
          // At each look the clock may be a day ahead without being doubted.
          most += ('run' in each ? each.run : 0) + DAY;
          const now = m.clock.now();
          expect(now).toBeLessThanOrEqual(most);
          if (m.clock.ahead() === 0) expect(now).toBe(m.told());
        }
      }),
      { numRuns: 300 },
    );
  });
});
