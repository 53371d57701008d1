import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that look into, or copy, the files of SQLite: left out of a run with `AVOW_ENGINE=postgres`. */
const aboutFiles = [
  'packages/vault/test/{audit,crash,faults,plaintext,start}.test.ts',
  'packages/avow/test/{audit,start}.test.ts',
  'packages/avow/test/clauses/6.a.test.ts',
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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    retry: 0,
  },
});
