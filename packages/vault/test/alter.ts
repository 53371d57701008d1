import { DatabaseSync } from 'node:sqlite';
import { onPostgres } from './stores.ts';

/** Does something to a store behind the back of whoever has it open, as its administrator could. */
export async function alter(store: string, sql: string): Promise<void> {
  if (onPostgres) {
    const { administer } = await import('./postgres/server.ts');
    await administer(store, sql);
    return;
  }
  const database = new DatabaseSync(store, { timeout: 5_000 });
  database.exec(sql);
  database.close();
}

/** Takes the newest checkpoint of a log away. */
export const forgetCheckpoint =
  'DELETE FROM checkpoint WHERE size = (SELECT max(size) FROM checkpoint)';
