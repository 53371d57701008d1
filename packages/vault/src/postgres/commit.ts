import { VaultError } from '../fault.ts';
import type { Change } from '../port/store.ts';
import { ConnectionLost, isConflict, isServersWord } from './fault.ts';
import { type Fixed, momentToRaise } from './moment.ts';
import type { Answer, Session, Statement } from './session.ts';
import { type Statements, sendAll } from './statements.ts';

/** Ends a transaction; answered by `ROLLBACK` where nothing was kept. */
export const COMMIT: Statement = { text: 'COMMIT' };

/**
 * A function that was cut off may have left its session's lock behind (see moment.ts): the session
 * is let go of, and its locks with it. After a row that was not as expected nothing was cut off.
 */
export async function commitOrLeave(
  session: Session,
  statements: Statements,
  changes: readonly Change[],
  fixed: Fixed,
): Promise<void> {
  try {
    await commit(session, statements, changes, fixed);
  } catch (problem) {
    if (isServersWord(problem) && !isConflict(problem)) await session.end().catch(() => undefined);
    throw problem;
  }
}

async function commit(
  session: Session,
  statements: Statements,
  changes: readonly Change[],
  fixed: Fixed,
): Promise<void> {
  const commands = statements.changes(changes, momentToRaise(fixed));
  if (session.isLost) throw new ConnectionLost('the connection was lost before COMMIT');
  const sent = session.together(() => [...sendAll(session, commands), session.send(COMMIT)]);
  checkCommitted(await Promise.allSettled(sent));
}

/**
 * Returns if the transaction was kept; throws what it failed of if not; says so if nobody knows.
 */
function checkCommitted(outcomes: readonly PromiseSettledResult<Answer>[]): void {
  const committed = outcomes.at(-1)!;
  if (committed.status === 'fulfilled' && committed.value.command === 'COMMIT') return;
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
  // The first refusal tells all: the statements behind it, COMMIT among them, were not carried out.
  // COMMIT's own refusal does so only if the connection outlived it.
  const isCommits = committed.status === 'rejected' && committed.reason === failed;
  if (isServersWord(failed) && !(isCommits && failed.severity !== 'ERROR')) throw failed;
  if (committed.status === 'fulfilled') {
    throw new VaultError('AVOW_STORE', 'COMMIT was answered by ROLLBACK; nothing was kept');
  }
  throw new VaultError('AVOW_UNCERTAIN', 'the connection was lost during COMMIT', {
    cause: new Error('the connection was lost'),
  });
}
