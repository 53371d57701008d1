import { canonicalHash } from '../canonical.ts';
import type { Table } from '../port/schema.ts';
import type { Answer, Session } from './session.ts';
import type { Command } from './statements.ts';

/*
 * How far the numbers of a serial column are settled.
 *
 * A transaction takes its numbers from the sequence when it inserts and shows them when it commits, so
 * a smaller number may come to light after a greater one. Whoever inserts therefore shares a lock from
 * before it takes a number until it is over; whoever has that lock alone sees every number that was
 * taken, and those not there never will be. A unit shares it when its own locks have been granted, and
 * whoever has it alone asks for nothing else, so nobody waits in a circle, and no longer than for a COMMIT.
 */

/** What an insert selects from, so that it shares the lock before it takes a number. */
export function sharedNumbers(table: Table): string {
  return `pg_advisory_xact_lock_shared(${lockOf(table)})`;
}

/** Asks for the greatest number, with the lock had alone. */
export function askSettled(
  session: Session,
  table: Table,
  { statement, values }: Command,
): Promise<Answer>[] {
  return session.together(() => [
    session.send({ text: 'BEGIN ISOLATION LEVEL READ COMMITTED' }),
    // Those who want to insert queue up behind us: one that hangs must not hold all of them.
    session.send({ text: 'SET LOCAL lock_timeout = 500' }),
    session.send({ text: `SELECT pg_advisory_xact_lock(${lockOf(table)})` }),
    // A statement of its own: so it sees what was committed by those who had the lock.
    session.send(statement, values),
    session.send({ text: 'COMMIT' }),
  ]);
}

/** What {@link askSettled} was answered. */
export function settledIn(answers: readonly Answer[]): number {
  return Number(answers.at(-2)!.rows[0]![0]);
}

function lockOf({ name }: Table): bigint {
  const digest = canonicalHash('avow/numbers/v1', [name]);
  return new DataView(digest.buffer, digest.byteOffset).getBigInt64(0);
}
