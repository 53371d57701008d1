import { VaultError } from '../fault.ts';
import type { Clock } from '../port/clock.ts';
import type { Reader, Store } from '../port/store.ts';
import { GAP, type Gap, gapInDoubt } from './gap.ts';
import { type GuardedClock, isGuarded } from './guard.ts';

/** How the machine's clock stands to what it is known to have been. */
export interface ClockStanding {
  /** By how many ms it has jumped ahead while this process ran, and is not believed; else 0. */
  readonly ahead: number;
  /** By how many ms it is behind the store's time, which then stands still; else 0. */
  readonly behind: number;
  /** The time without an entry that a start found and nobody has yet said to be true. */
  readonly gap: Gap | undefined;
}

/** Asks the clock and the store. */
export async function clockStanding(store: Store, clock: Clock): Promise<ClockStanding> {
  const moment = await momentOf(store);
  return {
    ahead: aheadOf(clock),
    behind: Math.max(0, moment - clock.now()),
    gap: await gapInDoubt(store),
  };
}

/**
 * At a start: a machine that was off may find its clock anywhere, until somebody tells it the time. What
 * it then tells is believed if a start would have asked nothing of it.
 */
export async function remindOf(store: Store, clock: GuardedClock): Promise<void> {
  clock.remind(await momentOf(store), GAP);
}

/** The store's time, or the clock's if that is later: epoch ms. */
function momentOf(store: Store): Promise<number> {
  return store.run({
    locks: [],
    reads: [],
    decide: (_, { now }) => ({ changes: [], answer: now }),
  });
}

/** Nothing is removed on the word of a clock that is in doubt (`AVOW_CLOCK`). */
export async function mustBeBelieved(store: Reader, clock: Clock): Promise<void> {
  refuseIfAhead(clock);
  const gap = await gapInDoubt(store);
  if (gap === undefined) return;
  const days = Math.floor((gap.to - gap.from) / 86_400_000);
  throw new VaultError(
    'AVOW_CLOCK',
    `the clock said at a start that ${days} days had passed since the last entry; nothing is removed ` +
      'until somebody says that this is so: look at the clock, then start with --accept-clock',
  );
}

/**
 * A store that takes no unit while the clock has jumped ahead: what was kept then would drag the time
 * of the store along for good. Reading goes on, by the time that has passed.
 */
export function believing(clock: Clock, store: Store): Store {
  if (!isGuarded(clock)) return store;
  return {
    ...store,
    async run(unit) {
      refuseIfAhead(clock);
      return store.run(unit);
    },
  };
}

function refuseIfAhead(clock: Clock): void {
  const ahead = aheadOf(clock);
  if (ahead === 0) return;
  const hours = Math.floor(ahead / 3_600_000);
  throw new VaultError(
    'AVOW_CLOCK',
    `the machine's clock has jumped ahead by ${hours} hours; put it right, or start again if it is right`,
  );
}

function aheadOf(clock: Clock): number {
  return isGuarded(clock) ? clock.ahead() : 0;
}
