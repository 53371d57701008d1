import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { newDatabase } from '../postgres/database.ts';
import { administer } from '../postgres/server.ts';

/** An engine, as far as tests of its stores' forms need it. */
export interface FormedEngine {
  readonly name: string;
  /** A place for a store, empty. */
  place(): Promise<string>;
  /** What the store is made of: a line for each column and index, in order of name. */
  shape(place: string): Promise<readonly string[]>;
  /** One statement behind the program's back. */
  alter(place: string, sql: string): Promise<void>;
}

const sqlite: FormedEngine = {
  name: 'SQLite',
  async place() {
    return join(folder(), `${randomBytes(4).toString('hex')}.sqlite`);
  },
  async shape(place) {
    const columns = `SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
      AS line FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'`;
    const indexes = `SELECT m.name || ' ' || i."unique" || ' ' || group_concat(c.name) AS line
      FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c, sqlite_schema m
      WHERE t.type = 'table' AND m.name = i.name GROUP BY i.name`;
    const database = new DatabaseSync(place, { readOnly: true });
    const rows = database.prepare(`${columns} UNION ALL ${indexes} ORDER BY line`).all();
    database.close();
    return rows.map(({ line }) => String(line));
  },
  async alter(place, sql) {
    const database = new DatabaseSync(place);
    database.exec(sql);
    database.close();
  },
};

const postgres: FormedEngine = {
  name: 'PostgreSQL',
  place: () => newDatabase(),
  async shape(place) {
    const columns = `SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || ' ' || a.attnotnull::text || ' ' || a.attidentity::text || ' ' || coalesce(l.collname, '')
        || ' ' || coalesce(a.attstattarget::text, '') AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND a.attnum > 0 AND NOT a.attisdropped`;
    const indexes = `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`;
    const rows = await administer(place, `${columns} UNION ALL ${indexes} ORDER BY 1`);
    return rows.map((row) => String((row as { line: string }).line));
  },
  async alter(place, sql) {
    await administer(place, sql);
  },
};

export const engines = [sqlite, postgres] as const;

/** A folder that is gone when the test is over. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-migrate-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
