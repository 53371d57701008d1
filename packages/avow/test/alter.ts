import { DatabaseSync } from 'node:sqlite';
import { onPostgres } from './place.ts';

/** Does something to a store behind the back of whoever has it open, as its administrator could. */
export async function alter(store: string, sql: string): Promise<void> {
  if (onPostgres) {
    const { administer } = await import('../../vault/test/postgres/server.ts');
    await administer(store, sql);
    return;
  }
  const database = new DatabaseSync(store, { timeout: 5_000 });
  database.exec(sql);
  database.close();
}

/** Bytes as the engine writes them down. */
export function blob(text: string): string {
  const hex = Buffer.from(text).toString('hex');
  return onPostgres ? `'\\x${hex}'::bytea` : `x'${hex}'`;
}

/** No checkpoint can be written any more, so nothing goes into the tree. */
export const stopSequencer = onPostgres
  ? 'ALTER TABLE checkpoint ADD CONSTRAINT stopped CHECK (size < 0) NOT VALID'
  : `CREATE TRIGGER stopped BEFORE INSERT ON checkpoint BEGIN SELECT RAISE(ABORT, 'stopped'); END`;

export const startSequencer = onPostgres
  ? 'ALTER TABLE checkpoint DROP CONSTRAINT stopped'
  : 'DROP TRIGGER stopped';
