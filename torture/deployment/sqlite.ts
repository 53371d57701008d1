import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Stores } from './deployment.ts';

/** Stores as `avow start` lays them out by itself: SQLite files in the folders of one home. */
export function sqliteStores(home: string): Stores {
  return {
    engine: 'sqlite',
    servers: 1,
    environment: {},
    keysPlace: 'keys',

    async keysLeft(people) {
      // In a copy: whoever opens a store that was killed mends it, and that is the server's to do.
      const copy = mkdtempSync(join(tmpdir(), 'avow-torture-keys-'));
      try {
        for (const part of ['', '-wal']) {
          const file = join(home, `keys/store/avow-keys.db${part}`);
          if (existsSync(file)) copyFileSync(file, join(copy, `keys.db${part}`));
        }
        const keys = new DatabaseSync(join(copy, 'keys.db'));
        const find = keys.prepare('SELECT 1 FROM data WHERE person = ?');
        const left = people.filter((person) => find.get(person) !== undefined);
        keys.close();
        return left;
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    },

    async remove() {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
