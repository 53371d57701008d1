import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { useMemory } from './scripts/memory.ts';

/** Tests start programs by the hundred: what Node has compiled for one of them it need not compile for the next. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

useMemory();

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

/** Files that take minutes. Begun last, one of them would keep a single core busy when all else is done. */
const longest = ['e2e/servers/races/', 'e2e/tour/', 'packages/cli/test/transcripts', 'e2e/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.includes(join(import.meta.dirname, name)));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

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
    globalSetup: ['packages/vault/test/postgres/on-demand.ts', 'scripts/program/on-demand.ts'],
    setupFiles: ['packages/vault/test/postgres/drop.ts'],
    // On PostgreSQL an erasure waits for the server's checkpoint, and all tests share one server; a journey on a busy
    // machine is as slow.
    testTimeout: 120_000,
    // A hook may start a market, a browser and PostgreSQL at once.
    hookTimeout: 240_000,
    // Much of a test is waiting for another process: two at a time also where there are but two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    retry: 0,
    // Files share what a worker has loaded: what they must not share, they give back.
    isolate: false,
  },
});
