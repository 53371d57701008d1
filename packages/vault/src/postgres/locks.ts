import { canonicalHash } from '../canonical.ts';
import type { Lock } from '../port/store.ts';

/** An advisory lock, by its number. */
interface Numbered {
  readonly key: bigint;
  readonly isExclusive: boolean;
}

/**
 * A unit's locks as advisory locks on 64 bits of a hash, in the order of these numbers, which is the same
 * on every process; what is asked for twice is taken once, exclusively if one of them says so. So no
 * two units wait for each other. Should two names ever share a number, units wait that need not, and
 * that is all.
 */
export function inLockOrder(locks: readonly Lock[]): readonly Numbered[] {
  const exclusive = new Map<bigint, boolean>();
  for (const lock of locks) {
    const key = lockKey(lock);
    exclusive.set(key, lock.mode === 'exclusive' || exclusive.get(key) === true);
  }
  return [...exclusive]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, isExclusive]) => ({ key, isExclusive }));
}

/** The first 64 bits of SHA-256 over what is locked, as PostgreSQL's signed number. */
function lockKey({ on, id }: Lock): bigint {
  const digest = canonicalHash('avow/lock/v1', [on, id]);
  return new DataView(digest.buffer, digest.byteOffset).getBigInt64(0);
}

/**
 * An expression that takes so many locks one after the other and then has the value of `then`. Each
 * takes two parameters from `first` on, as {@link lockValues} gives them. Of all expressions CASE is the
 * one whose order PostgreSQL promises: what follows THEN is evaluated only when WHEN has been.
 * https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-EXPRESS-EVAL
 */
export function lockedThen(count: number, first: number, then: string): string {
  if (count === 0) return then;
  const [key, isExclusive] = [`$${first}::bigint`, `$${first + 1}::boolean`];
  const taken = `CASE WHEN ${isExclusive} THEN pg_advisory_xact_lock(${key})
    ELSE pg_advisory_xact_lock_shared(${key}) END`;
  return `CASE WHEN (${taken})::text IS NOT NULL THEN ${lockedThen(count - 1, first + 2, then)} END`;
}

/** What {@link lockedThen} takes. */
export function lockValues(locks: readonly Numbered[]): readonly string[] {
  return locks.flatMap(({ key, isExclusive }) => [String(key), String(isExclusive)]);
}
