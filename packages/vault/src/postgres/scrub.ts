import { VaultError } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import { quote } from '../table/quote.ts';
import type { Session } from './session.ts';

/**
 * Makes what has been deleted disappear from the server's files. PostgreSQL never overwrites: a
 * deleted row stays in its page, in the journal (WAL) that it was written to, and in every copy of
 * its page there. So:
 *
 * 1. Each table is written anew from the rows that exist, and its old file goes at COMMIT. Not by
 *    VACUUM FULL, which takes dead rows along while any older transaction is open.
 * 2. The journal goes on in a new file, and a checkpoint lets the server remove all older ones.
 * 3. They are looked for, since a replica, an archive or a slot makes the server keep them.
 *
 * It costs as much as the tables are large, and nobody reads them meanwhile; `inTurn` lets
 * many erasures share one.
 *
 * What it cannot do: blocks that the file system has freed keep their bytes until they are used
 * again, and backups, replicas and snapshots of the disk keep theirs until they are destroyed.
 */
export async function scrub(session: Session, schema: Schema): Promise<void> {
  await writeAnew(session, schema);
  const { rows } = await send(session, 'SELECT pg_walfile_name(pg_switch_wal() - 1)');
  await send(session, 'CHECKPOINT');
  await checkRemoved(session, String(rows[0]?.[0]));
}

async function writeAnew(session: Session, { tables }: Schema): Promise<void> {
  const names = tables.map((table) => quote(table.name));
  const statements = [
    'BEGIN ISOLATION LEVEL READ COMMITTED',
    // While this waits, everyone else waits behind it.
    'SET LOCAL lock_timeout = 2000',
    // Readers of an older state have their own lock on these tables: see reader.ts.
    `LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`,
    ...names.flatMap((name) => [
      `CREATE TEMPORARY TABLE avow_kept ON COMMIT DROP AS TABLE ${name}`,
      `TRUNCATE ${name}`,
      `INSERT INTO ${name} TABLE avow_kept`,
      'DROP TABLE avow_kept',
    ]),
    'COMMIT',
  ];
  try {
    for (const text of statements) await send(session, text);
  } catch (problem) {
    await send(session, 'ROLLBACK').catch(() => undefined);
    throw problem;
  }
}

/**
 * The names of journal files rise, but for their first eight digits, which say which timeline it
 * was.
 */
async function checkRemoved(session: Session, last: string): Promise<void> {
  const { rows } = await session.send(
    {
      text: `SELECT count(*) FROM pg_ls_waldir()
             WHERE name ~ '^[0-9A-F]{24}$' AND substr(name, 9) COLLATE "C" <= substr($1, 9)`,
    },
    [last],
  );
  if (rows[0]?.[0] === 0) return;
  throw new VaultError(
    'AVOW_BUSY',
    'the key store keeps older journals for a replica, an archive or a slot: it must have none',
    { retryAfter: 1 },
  );
}

/** A checkpoint may take as long as the disk does. */
function send(session: Session, text: string) {
  return session.send({ text }, [], 0);
}

const CAN_SCRUB = `SELECT
  current_setting('wal_recycle'),
  current_setting('archive_mode'),
  pg_has_role('pg_checkpoint', 'usage') AND pg_has_role('pg_monitor', 'usage')
    AND has_function_privilege('pg_switch_wal()', 'execute'),
  current_setting('log_parameter_max_length') <> '0'
    AND (current_setting('log_statement') IN ('mod', 'all')
      OR current_setting('log_min_duration_statement') <> '-1'
      OR current_setting('log_min_duration_sample') <> '-1')`;

/**
 * Whether this server and this role can do it; better refused at the start than found out at an
 * erasure. Throws `AVOW_DURABILITY`.
 */
export async function checkScrubbable(session: Session): Promise<void> {
  const { rows } = await session.send({ text: CAN_SCRUB });
  const [recycles, archives, isGranted, isLogged] = rows[0]!;
  if (recycles !== 'off') {
    // Used journals would be renamed instead of removed, and keep what was in them.
    throw new VaultError('AVOW_DURABILITY', "the key store's server needs wal_recycle = off");
  }
  if (archives !== 'off') {
    throw new VaultError('AVOW_DURABILITY', "the key store's server must not archive its journal");
  }
  if (isLogged !== 'f') {
    const what = "the key store's server must not log values: set log_parameter_max_length = 0";
    throw new VaultError('AVOW_DURABILITY', what);
  }
  if (isGranted !== 't') {
    throw new VaultError(
      'AVOW_DURABILITY',
      "the key store's role needs pg_checkpoint, pg_monitor and EXECUTE on pg_switch_wal()",
    );
  }
}
