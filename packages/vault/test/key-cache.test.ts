import { createSecretKey, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../src/index.ts';
import { KeyCache } from '../src/keys/cache.ts';
import type { DataKey } from '../src/keys/data-keys.ts';

const MINUTE = 60_000;
const ada = 'ada' as PersonId;
const bob = 'bob' as PersonId;

let passed: number;
let cache: KeyCache;

const key = (id: string): DataKey => ({
  id,
  retention: 'account',
  generation: 1,
  secret: createSecretKey(randomBytes(32)),
});
const ids = (person: PersonId) => cache.get(person)?.keys.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  passed = 0;
  cache = new KeyCache({ passed: () => passed }, 2);
});

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time go by as the stopwatch tells it, and the timers. */
function pass(ms: number): void {
  passed += ms;
  vi.advanceTimersByTime(ms);
}

describe('unwrapped keys', () => {
  it('are let go of by themselves, though nobody asks for them again', () => {
    cache.add(ada, 1, [key('a')]);
    pass(MINUTE / 2);
    cache.add(bob, 1, [key('b')]);
    pass(MINUTE / 2);
    expect([cache.size, ids(ada), ids(bob)]).toEqual([1, undefined, ['b']]);
    pass(MINUTE / 2);
    expect([cache.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('grow no younger by being asked for, nor by others that come to them', () => {
    cache.add(ada, 1, [key('a')]);
    pass(MINUTE - 1);
    expect(ids(ada)).toEqual(['a']);
    cache.add(ada, 1, [key('b')]);
    expect(ids(ada)).toEqual(['a', 'b']);
    pass(MINUTE / 2);
    expect(cache.size).toBe(0);
  });

  it('are let go of by what has passed, whatever became of the timer meanwhile', () => {
    cache.add(ada, 1, [key('a')]);
    passed += 8 * 60 * MINUTE;
    vi.advanceTimersByTime(10_000);
    expect(cache.size).toBe(0);
  });

  it('of another generation are forgotten, and begin a time of their own', () => {
    cache.add(ada, 1, [key('a')]);
    pass(MINUTE - 1);
    cache.add(ada, 2, [key('b')]);
    pass(MINUTE / 2);
    expect(cache.get(ada)).toMatchObject({ generation: 2, keys: [{ id: 'b' }] });
  });

  it('of whoever was seen longest ago make room', () => {
    cache.add(ada, 1, [key('a')]);
    cache.add(bob, 1, [key('b')]);
    cache.get(ada);
    cache.add('eve' as PersonId, 1, [key('c')]);
    expect([ids(ada), ids(bob)]).toEqual([['a'], undefined]);
  });
});
