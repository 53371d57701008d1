import type { Answer, Statement } from './session.ts';
import type { Mark } from './sql.ts';
import type { Command } from './statements.ts';

/**
 * Time that does not run backwards, though every process has a clock of its own.
 *
 * The register `avow_moment` is a sequence, because a sequence is the one thing in PostgreSQL that
 * is seen by everyone as soon as it is set and is no transaction's to hold: a row that every unit
 * had to update would make all of them wait for one another's flush. A unit takes the later of its
 * clock and the register, after it has its locks, and raises the register to that before its
 * COMMIT. So whatever was kept before a unit got its locks has a moment that is no later, and so
 * has whatever it waited for. Raising the register is logged before COMMIT is, so a crash loses
 * neither or both. A unit that is rolled back leaves the register raised, which harms nobody.
 *
 * The price of a clock that runs ahead: everyone follows it until theirs have caught up.
 */
export const createRegister: readonly string[] = [
  'CREATE SEQUENCE avow_moment AS bigint MINVALUE 0 START 0',
  // Reading and setting are two steps. The lock makes them one; it is held for no longer than that,
  // and whoever holds it waits for nothing.
  `CREATE FUNCTION avow_raise_moment(moment bigint) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_lock(1635151735, 1);
     IF coalesce(pg_sequence_last_value('avow_moment'), -1) < moment THEN
       PERFORM setval('avow_moment', moment);
     END IF;
     PERFORM pg_advisory_unlock(1635151735, 1);
   END $$`,
];

/** Where the register stands; no state of the store holds it, so it may be ahead of what is read. */
export const REGISTER = "SELECT coalesce(pg_sequence_last_value('avow_moment'), 0)";

/** Takes the register away, if it is there. */
export const dropRegister: readonly string[] = [
  'DROP FUNCTION IF EXISTS avow_raise_moment(bigint)',
  'DROP SEQUENCE IF EXISTS avow_moment',
];

/**
 * Fixes the moment of the transaction, by which its reads hide what has expired: the clock, `$1`, or the register
 * where that is ahead. `from` gives the expression by which the register is read.
 */
export const fixText = (from: (register: string) => string): string =>
  `SELECT set_config('avow.now', greatest($1::bigint, register)::text, true), register
   FROM (SELECT ${from("coalesce(pg_sequence_last_value('avow_moment'), -1)")} AS register) AS read`;

const RAISE: Statement = { name: 'avow_raise_moment', text: 'SELECT avow_raise_moment($1)' };

/** Sets the register forward, outside any unit. */
export function raiseTo(moment: number): Command {
  return { statement: RAISE, values: [moment] };
}

/** What the transaction goes by, and where the register stood. Epoch ms. */
export interface Fixed {
  readonly now: number;
  readonly register: number;
}

/** What {@link fixText} was answered. */
export function fixedMoment({ rows }: Answer): Fixed {
  const [now, register] = rows[0]!;
  return { now: Number(now), register: Number(register) };
}

/** To what the register must be raised before COMMIT, so that nothing later is given an earlier moment; null if it stands there. */
export function momentToRaise({ now, register }: Fixed): number | null {
  return now > register ? now : null;
}

/** A column that raises the register to its parameter, unless that is null. */
export function raising(mark: Mark): string {
  const moment = `${mark()}::bigint`;
  return `CASE WHEN ${moment} IS NOT NULL THEN avow_raise_moment(${moment})::text END`;
}
