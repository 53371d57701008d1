import { afterAll } from 'vitest';
import { made } from './made.ts';

/**
 * After each file of tests its databases are dropped, whoever is still connected: a whole run on PostgreSQL makes some thousand,
 * each of eight megabytes, and they may lie in memory. Set up for every file; those that made none load nothing for it.
 */
afterAll(async () => {
  if (made.size === 0) return;
  const { administer } = await import('./server.ts');
  const { databaseAt } = await import('./database.ts');
  for (const url of made) {
    const name = new URL(url).pathname.slice(1);
    await administer(databaseAt(url, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    made.delete(url);
  }
});
