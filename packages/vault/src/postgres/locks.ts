import { canonicalHash } from '../canonical.ts';
import type { Lock } from '../port/store.ts';
import type { Statement } from './session.ts';
import type { Command } from './statements.ts';

const SHARED: Statement = {
  name: 'avow_lock_shared',
  text: 'SELECT pg_advisory_xact_lock_shared($1::bigint)',
};
const EXCLUSIVE: Statement = {
  name: 'avow_lock_exclusive',
  text: 'SELECT pg_advisory_xact_lock($1::bigint)',
};

/**
 * The commands that take a unit's locks. They are advisory locks on 64 bits of a hash, taken in the
 * order of these numbers, which is the same on every process; what is asked for twice is taken
 * once, exclusively if one of them says so. So no two units wait for each other. Should two names
 * ever share a number, units wait that need not, and that is all.
 */
export function lockCommands(locks: readonly Lock[]): readonly Command[] {
  const exclusive = new Map<bigint, boolean>();
  for (const lock of locks) {
    const key = lockKey(lock);
    exclusive.set(key, lock.mode === 'exclusive' || exclusive.get(key) === true);
  }
  return [...exclusive]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, isExclusive]) => ({
      statement: isExclusive ? EXCLUSIVE : SHARED,
      values: [key.toString()],
    }));
}

/** The first 64 bits of SHA-256 over what is locked, as PostgreSQL's signed number. */
function lockKey({ on, id }: Lock): bigint {
  const digest = canonicalHash('avow/lock/v1', [on, id]);
  return new DataView(digest.buffer, digest.byteOffset).getBigInt64(0);
}
