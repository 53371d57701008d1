import type { Clock } from '../port/clock.ts';
import type { StoreObserver } from '../port/observer.ts';
import type { Read, Row, Unit } from '../port/store.ts';
import { COMMIT, commitOrLeave } from './commit.ts';
import { ConnectionLost, isServersWord } from './fault.ts';
import { type Fixed, fixedMoment } from './moment.ts';
import { openingCommands } from './opening.ts';
import type { Answer, Session, Statement } from './session.ts';
import { type Command, type Statements, sendAll } from './statements.ts';

/**
 * READ COMMITTED, and with purpose. There each statement sees what was committed when it began; the
 * reads begin after the locks have been granted, so they see everything that was committed by those
 * who held them (PostgreSQL makes a transaction visible before it lets go of its locks). REPEATABLE
 * READ would be weaker here: its one snapshot is taken when the statement that asks for the lock
 * begins, before the wait, and a decision would rest on what somebody has just changed. Two reads
 * of a unit may straddle the COMMIT of a unit whose locks do not conflict; the port allows that,
 * and the rows that are changed are compared once more.
 */
const BEGIN: Statement = { text: 'BEGIN ISOLATION LEVEL READ COMMITTED' };
/** Reads without a unit take no locks; one snapshot shows them one state. */
const BEGIN_READING: Statement = { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' };
const ROLLBACK: Statement = { text: 'ROLLBACK' };

/** What a transaction is carried out with. */
export interface Tools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly observer: StoreObserver;
}

/** What came of a unit: its answer, or what its decision threw. */
export type Outcome<A> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly problem: unknown };

/**
 * One unit, one transaction, two round trips: locks and reads in one piece, changes and COMMIT in
 * another. Throws the server's or the driver's own errors where nothing was kept, and
 * `AVOW_UNCERTAIN` where nobody can say. Afterwards the session is free again, or lost.
 */
export async function perform<A>(
  session: Session,
  tools: Tools,
  unit: Unit<A>,
): Promise<Outcome<A>> {
  const opening = openingOf(unit, tools);
  try {
    const { fixed, rows } = await lockAndRead(session, tools, unit, opening);
    const verdict = attempt(() => unit.decide(rows, { now: fixed.now }));
    if (!verdict.ok) {
      await takeBack(session);
      return verdict;
    }
    await commitOrLeave(session, tools.statements, verdict.answer.changes, fixed);
    return { ok: true, answer: verdict.answer.answer };
  } catch (problem) {
    await takeBack(session);
    throw problem;
  }
}

function attempt<A>(decide: () => A): Outcome<A> {
  try {
    return { ok: true, answer: decide() };
  } catch (problem) {
    return { ok: false, problem };
  }
}

/**
 * All that has to be sent before the decision. Made before BEGIN: it may turn out to be no read.
 */
function openingOf(unit: Unit<unknown>, { statements, clock }: Tools): readonly Command[] {
  const reads = unit.reads.map((read) => statements.read(read));
  return [...openingCommands(unit.locks, clock.now()), ...reads];
}

async function lockAndRead(
  session: Session,
  { statements, observer }: Tools,
  { locks, reads }: Unit<unknown>,
  opening: readonly Command[],
): Promise<{ readonly fixed: Fixed; readonly rows: readonly (readonly Row[])[] }> {
  const asked = performance.now();
  const sent = session.together(() => [session.send(BEGIN), ...sendAll(session, opening)]);
  // What comes after the locks is answered when they have been granted.
  if (locks.length > 0) {
    const granted = sent.at(-1 - reads.length);
    granted?.then(
      () => observer.waited(performance.now() - asked),
      () => undefined,
    );
  }
  const answers = (await answersTo(sent)).slice(-1 - reads.length);
  return { fixed: fixedMoment(answers[0]!), rows: rowsOf(statements, reads, answers.slice(1)) };
}

/**
 * Answers to what changes nothing: a connection that is lost here has kept nothing, for certain.
 */
export async function answersTo(sent: readonly Promise<Answer>[]): Promise<readonly Answer[]> {
  try {
    return await Promise.all(sent);
  } catch (problem) {
    if (isServersWord(problem)) throw problem;
    throw new ConnectionLost('the connection was lost before COMMIT', { cause: problem });
  }
}

/** Reads from one state, in one round trip. The session is free again even if one of them fails. */
export async function readTogether(
  session: Session,
  { statements, clock }: Tools,
  reads: readonly Read[],
): Promise<readonly (readonly Row[])[]> {
  if (reads.length === 0) return [];
  const commands = [
    // Before the snapshot, which the moment takes: a table written anew in between looks empty.
    statements.hold(reads.map((read) => read.table)),
    ...openingCommands([], clock.now()),
    ...reads.map((read) => statements.read(read)),
  ];
  const sent = session.together(() => [
    session.send(BEGIN_READING),
    ...sendAll(session, commands),
    // After a failure this rolls back.
    session.send(COMMIT),
  ]);
  const answers = await answersTo(sent);
  return rowsOf(statements, reads, answers.slice(-1 - reads.length, -1));
}

function rowsOf(
  statements: Statements,
  reads: readonly Read[],
  answers: readonly Answer[],
): readonly (readonly Row[])[] {
  return reads.map((read, at) => statements.rows(read.table, answers[at]!));
}

/** What went wrong says more than what may go wrong here; a session that fails is dropped. */
async function takeBack(session: Session): Promise<void> {
  await session.send(ROLLBACK).catch(() => undefined);
}
