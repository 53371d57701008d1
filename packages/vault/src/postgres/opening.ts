import type { Lock } from '../port/store.ts';
import { inLockOrder, lockedThen, lockValues } from './locks.ts';
import { fixText } from './moment.ts';
import type { Statement } from './session.ts';
import type { Command } from './statements.ts';

/** So many locks are taken by one statement; a unit with more of them sends more statements. */
const AT_ONCE = 8;

const fixing = Array.from({ length: AT_ONCE + 1 }, (_, count) => ({
  name: `avow_open_${count}`,
  text: fixText((register) => lockedThen(count, 2, register)),
}));

const LOCK: Statement = {
  name: 'avow_lock',
  text: `SELECT ${lockedThen(AT_ONCE, 1, 'true')}`,
};

/**
 * What a transaction begins with: it takes the locks, in their order, and when they have been granted it fixes the moment by
 * which its reads hide what has expired. A statement costs as much to send and to answer as a lock does to take,
 * so one does it all. The last is answered with what `fixedMoment` reads.
 */
export function openingCommands(locks: readonly Lock[], clock: number): readonly Command[] {
  const ordered = inLockOrder(locks);
  const commands: Command[] = [];
  let at = 0;
  for (; ordered.length - at > AT_ONCE; at += AT_ONCE) {
    commands.push({ statement: LOCK, values: lockValues(ordered.slice(at, at + AT_ONCE)) });
  }
  const last = ordered.slice(at);
  const values = [Math.floor(clock), ...lockValues(last)];
  return [...commands, { statement: fixing[last.length]!, values }];
}
