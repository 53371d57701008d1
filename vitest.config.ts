import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests start programs by the hundred: what Node has compiled for one of them it need not compile for the next. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

/**
 * Tests that look into, or copy, the files of SQLite: left out of a run with `AVOW_ENGINE=postgres`. What
 * they hold of the vault is held on PostgreSQL by packages/vault/test/postgres, e2e/servers and torture.
 */
const aboutFiles = [
  'packages/vault/test/{audit,crash,faults,plaintext,start,start-faults}.test.ts',
  'packages/avow/test/{audit,start,visits-in-clear}.test.ts',
  'packages/avow/test/clauses/6.a.test.ts',
  'packages/accounts/test/nothing-in-clear.test.ts',
  // Whole commands on folders, and `npm start`, which keeps its demonstration in one.
  'packages/cli/test/transcripts.test.ts',
  'e2e/start/start.test.ts',
  // What the guides tell an adopter to write, on SQLite as they write it.
  'scripts/guides/*.test.ts',
];
const onPostgres = process.env['AVOW_ENGINE'] === 'postgres';

export default defineConfig({
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      'policies/**/*.test.ts',
      'examples/**/*.test.ts',
      'scripts/**/*.test.ts',
      'e2e/**/*.test.ts',
      'bench/**/*.test.ts',
      'torture/**/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, ...(onPostgres ? aboutFiles : [])],
    globalSetup: ['packages/vault/test/postgres/on-demand.ts'],
    // On PostgreSQL an erasure waits for the server's checkpoint, and all tests share one server.
    testTimeout: onPostgres ? 120_000 : 30_000,
    hookTimeout: 60_000,
    // Much of a test is waiting for another process: two at a time also where there are but two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    retry: 0,
  },
});
