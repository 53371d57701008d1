import { VaultError } from '../fault.ts';
import type { Session } from './session.ts';

/** From 15 on CHECKPOINT can be granted to a role that is no superuser. */
const OLDEST_SERVER = 150_000;

/**
 * What a session goes by. Our reads all follow an index, so one plan is good for all values, and
 * the server need not count how many there are.
 */
const SETTINGS = [
  "SET synchronous_commit = 'on'",
  "SET bytea_output = 'hex'",
  // A process that stops between its reads and its COMMIT holds locks; it is let go of after this.
  'SET idle_in_transaction_session_timeout = 2000',
  'SET lock_timeout = 5000',
  'SET log_parameter_max_length_on_error = 0',
  "SET plan_cache_mode = 'force_generic_plan'",
  'SET enable_seqscan = off',
  'SET enable_bitmapscan = off',
  'SET jit = off',
].join('; ');

const READ_BACK = `SELECT name, setting FROM pg_settings WHERE name IN
  ('server_version_num', 'server_encoding', 'fsync', 'full_page_writes', 'synchronous_commit')`;

/**
 * Makes a session durable and reads the settings back: those of the server are not ours to set.
 * Throws `AVOW_DURABILITY`.
 */
export async function setDurable(session: Session): Promise<void> {
  await session.send({ text: SETTINGS });
  const { rows } = await session.send({ text: READ_BACK });
  const setting = new Map(rows.map(([name, value]) => [String(name), String(value)]));
  if (Number(setting.get('server_version_num')) < OLDEST_SERVER) {
    throw new VaultError('AVOW_DURABILITY', 'PostgreSQL 15 or newer is needed');
  }
  if (setting.get('server_encoding') !== 'UTF8') {
    throw new VaultError('AVOW_DURABILITY', 'the database must be in UTF-8 to keep text as it is');
  }
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    if (setting.get(name) === 'on') continue;
    throw new VaultError('AVOW_DURABILITY', `${name} is off: a crash would lose what was answered`);
  }
}
