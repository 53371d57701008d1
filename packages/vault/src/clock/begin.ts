import type { WritingTools } from '../entry/write.ts';
import type { Clock } from '../port/clock.ts';
import type { Store } from '../port/store.ts';
import { confirmGap, doubtGap } from './gap.ts';
import { isGuarded } from './guard.ts';
import { remindOf } from './standing.ts';

/**
 * At a start, before anything is written by the clock that is to be asked about: notes what is doubtful
 * about it, or that somebody looked and it is right.
 */
export async function beginByClock(
  store: Store,
  clock: Clock,
  tools: WritingTools,
  isAccepted: boolean,
): Promise<void> {
  if (isGuarded(clock)) {
    await doubtGap(store, tools, clock.now());
    await remindOf(store, clock);
  }
  if (isAccepted) await confirmGap(store, tools);
}
