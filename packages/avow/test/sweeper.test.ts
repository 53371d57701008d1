import { once } from 'node:events';
import { type Clock, VaultError } from '@avow/vault';
import { describe, expect, it, vi } from 'vitest';
import { type Sweeper, sweeperOf } from '../src/records/sweeper.ts';
import { leavesOf } from './log.ts';
import { member } from './people.ts';
import { DAY, handClock, onPostgres, openMarket, place } from './place.ts';

const MINUTE = 60_000;

/** Sweeps that can be counted, and that end when they are told to. */
function counted(clock: Clock, sweepExpired?: () => Promise<number>) {
  let sweeps = 0;
  const sweeper: Sweeper = sweeperOf(
    {
      async sweepExpired() {
        sweeps += 1;
        return sweepExpired === undefined ? 0 : sweepExpired();
      },
    },
    clock,
  );
  return { sweeper, sweeps: () => sweeps };
}

describe('a sweeper', () => {
  it('sweeps at the first look, and then once an hour by the clock', async () => {
    const clock = handClock();
    const { sweeper, sweeps } = counted(clock);
    for (let minute = 0; minute <= 120; minute++) {
      await sweeper.look();
      clock.pass(MINUTE);
    }
    expect(sweeps()).toBe(3);
  });

  it('is not put off for ever by a clock that was ahead and was put right', async () => {
    const clock = handClock();
    const { sweeper, sweeps } = counted(clock);
    await sweeper.look();
    clock.pass(-365 * DAY);
    await sweeper.look();
    expect(sweeps()).toBe(2);
  });

  it('has one sweep under way at a time', async () => {
    const clock = handClock();
    const { promise, resolve } = Promise.withResolvers<number>();
    const { sweeper, sweeps } = counted(clock, () => promise);
    const first = sweeper.look();
    clock.pass(DAY);
    const second = sweeper.look();
    resolve(0);
    await Promise.all([first, second]);
    expect(sweeps()).toBe(1);
  });

  it('tells of a fault by its code, and tries again at the next look', async () => {
    const warned = once(process, 'warning');
    let fails = true;
    const { sweeper, sweeps } = counted(handClock(), async () => {
      if (fails) throw new VaultError('AVOW_STORE', 'the disk is full');
      return 0;
    });
    await sweeper.look();
    fails = false;
    await sweeper.look();
    await sweeper.look();
    expect(sweeps()).toBe(2);
    expect(await warned).toEqual([expect.objectContaining({ code: 'AVOW_STORE' })]);
  });

  it('stops: what is under way is waited for, and nothing begins any more', async () => {
    const { promise, reject } = Promise.withResolvers<number>();
    const clock = handClock();
    const { sweeper, sweeps } = counted(clock, () => promise);
    const look = sweeper.look();
    await sweeper.stop(async () => reject(new VaultError('AVOW_CLOSED', 'the store is closed')));
    await look;
    clock.pass(DAY);
    await sweeper.look();
    expect(sweeps()).toBe(1);
  });
});

const WAIT = { timeout: 20_000 };

describe('retention', () => {
  it('is swept by a deployment by itself', async () => {
    const clock = handClock();
    const folder = place();
    const before = await openMarket(folder, { clock });
    const person = await member(before);
    await before.agreement.terminate({ person });
    await before.close();
    clock.pass(365 * DAY);

    const after = await openMarket(folder, { clock });
    const sweeps = async () => (await leavesOf(after)).filter(({ kind }) => kind === 'sweep');
    // On one writer the sweep of the start was in the queue first; on PostgreSQL it gets there by itself.
    if (onPostgres) await vi.waitFor(async () => expect(await sweeps()).not.toEqual([]), WAIT);
    expect(await after.sweep()).toBe(0);
    expect(await sweeps()).toHaveLength(1);
    await after.close();
  });
});
