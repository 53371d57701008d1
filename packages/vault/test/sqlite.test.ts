import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ids, inserting, refusal, schema } from '../src/conformance/items.ts';
import { openSqlite, openSqliteReader, systemClock } from '../src/index.ts';
import { nobody } from '../src/port/observer.ts';
import { type Driver, openDriver } from '../src/sqlite/driver.ts';
import { openerOf } from '../src/sqlite/open.ts';
import { createStore } from '../src/sqlite/store.ts';
import { withCommit } from './sqlite-engine.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-sqlite-'));
  path = join(folder, 'store.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store whose driver the test has changed. */
function twisted(twist: (driver: Driver) => Driver) {
  const open = () => twist(openDriver(path));
  const settings = { open, schema, clock: systemClock, secureDelete: true, queue: 10, batch: 10 };
  return createStore(settings, () => {});
}

/** A driver whose COMMITs are kept and fail, from one of them on. */
function failing(driver: Driver, from: number): Driver {
  let commits = 0;
  return withCommit(driver, () => {
    driver.commit();
    commits += 1;
    if (commits > from) throw new Error('disk I/O error');
  });
}

/** A driver that lets some statements fall under the table. */
function deaf(driver: Driver, to: RegExp): Driver {
  return {
    ...withCommit(driver, driver.commit),
    exec: (sql) => (to.test(sql) ? undefined : driver.exec(sql)),
    get inTransaction() {
      return driver.inTransaction;
    },
  };
}

describe('the SQLite engine', () => {
  it.each([/synchronous/, /journal_mode/, /secure_delete/])(
    'refuses to run where %s has no effect',
    (setting) => {
      const weaken = (driver: Driver) => {
        driver.exec('PRAGMA synchronous = NORMAL');
        return deaf(driver, setting);
      };
      expect(() => twisted(weaken)).toThrow(
        expect.objectContaining({ code: 'AVOW_DURABILITY' }) as Error,
      );
    },
  );

  it('keeps nothing of a COMMIT that failed and left its transaction open', async () => {
    let fails = false;
    const store = twisted((driver) =>
      withCommit(driver, () => {
        if (fails) throw new Error('database is locked');
        driver.commit();
      }),
    );
    fails = true;
    expect(await refusal(store, inserting('a'))).toBe('AVOW_STORE');
    fails = false;
    expect(await refusal(store, inserting('b'))).toBe('none');
    expect(await ids(store)).toEqual(['b']);
    await store.close();
  });

  it('starts afresh when even ROLLBACK fails', async () => {
    let fails = false;
    const failing = (work: () => void) => () => {
      if (fails) throw new Error('disk I/O error');
      work();
    };
    const store = twisted((driver) => ({
      ...withCommit(driver, failing(driver.commit)),
      rollback: failing(driver.rollback),
      get inTransaction() {
        return driver.inTransaction;
      },
    }));
    fails = true;
    expect(await refusal(store, inserting('a'))).toBe('AVOW_STORE');
    fails = false;
    expect(await refusal(store, inserting('b'))).toBe('none');
    expect(await ids(store)).toEqual(['b']);
    await store.close();
  });

  it('is closed for good when it cannot be opened again, and says so', async () => {
    let opened = 0;
    const open = () => {
      opened += 1;
      if (opened > 1) throw new Error('no such disk');
      return failing(openDriver(path), 1);
    };
    const told: string[] = [];
    const observer = { ...nobody.store('data', 'sqlite'), lost: () => told.push('lost') };
    const settings = { open, schema, clock: systemClock, secureDelete: false, queue: 10, batch: 1 };
    const store = createStore({ ...settings, observer }, () => told.push('released'));
    const faults = ['a', 'b', 'c'].map((id) => refusal(store, inserting(id)));
    expect(await Promise.all(faults)).toEqual(['AVOW_UNCERTAIN', 'AVOW_CLOSED', 'AVOW_CLOSED']);
    await store.close();
    expect(told).toEqual(['released', 'lost']);
  });

  it('goes on after a failed flush once all of its log is on the disk', async () => {
    let fails = false;
    const store = twisted((driver) =>
      withCommit(driver, () => {
        driver.commit();
        if (fails) throw new Error('disk I/O error');
      }),
    );
    const log = () => statSync(`${path}-wal`).size;
    await store.run(inserting('a'));
    const reader = new DatabaseSync(path, { readOnly: true });
    fails = true;
    expect(await refusal(store, inserting('b'))).toBe('AVOW_UNCERTAIN');
    fails = false;
    expect(log()).toBe(0);
    expect(await refusal(store, inserting('c'))).toBe('none');
    // Nothing can be moved out of the log under somebody who reads it.
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM meta').get();
    fails = true;
    expect(await refusal(store, inserting('d'))).toBe('AVOW_UNCERTAIN');
    fails = false;
    expect(log()).toBeGreaterThan(0);
    expect(await refusal(store, inserting('e'))).toBe('none');
    reader.close();
    await store.close();
    const again = openSqlite(path, schema);
    expect(await ids(again)).toEqual(['a', 'b', 'c', 'd', 'e']);
    await again.close();
  });

  it.each([
    ['does without room for it in the database', 13, 'none'],
    ['is closed where the disk fails', 10, 'AVOW_CLOSED'],
  ])('%s after a failed flush', async (_, errcode, after) => {
    let fails = false;
    const store = twisted((driver) => {
      const committing = withCommit(driver, () => {
        driver.commit();
        if (fails) throw new Error('disk I/O error');
      });
      const prepare: Driver['prepare'] = (sql) => {
        if (!fails || !sql.includes('wal_checkpoint')) return driver.prepare(sql);
        throw Object.assign(new Error('the disk'), { errcode });
      };
      return Object.assign(committing, { prepare });
    });
    fails = true;
    expect(await refusal(store, inserting('a'))).toBe('AVOW_UNCERTAIN');
    fails = false;
    expect(await refusal(store, inserting('b'))).toBe(after);
    await store.close();
  });

  it('writes at a start once more what it cannot move out of its log, and flushes that', async () => {
    const store = openSqlite(path, schema);
    await store.run(inserting('a'));
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.exec('BEGIN');
    const seen = () => reader.prepare('SELECT count(*) AS items FROM item').get()?.['items'];
    expect(seen()).toBe(1);
    await store.run(inserting('b'));
    // Its log stays, as if it had ended by a flush that failed.
    await store.close();
    const log = () => ({
      written: statSync(`${path}-wal`, { bigint: true }).mtimeNs,
      content: readFileSync(`${path}-wal`),
    });
    const before = log();
    await setTimeout(20);
    const again = openSqlite(path, schema);
    const after = log();
    expect(after.content.length).toBeGreaterThan(0);
    expect(after.content.equals(before.content)).toBe(true);
    expect(after.written).toBeGreaterThan(before.written);
    expect(await refusal(again, inserting('c'))).toBe('none');
    expect(await ids(again)).toEqual(['a', 'b', 'c']);
    expect(seen()).toBe(1);
    reader.close();
    await again.close();
  });

  it('goes on with no other file than its own, and makes none in its place', async () => {
    await openSqlite(path, schema).close();
    const open = openerOf(path);
    const settings = { schema, clock: systemClock, secureDelete: false, queue: 10, batch: 1 };
    const store = createStore({ ...settings, open: () => failing(open(), 1) }, () => {});
    await store.run(inserting('a'));
    const away = `${path}.away`;
    renameSync(path, away);
    expect(await refusal(store, inserting('b'))).toBe('AVOW_UNCERTAIN');
    expect(await refusal(store, inserting('c'))).toBe('AVOW_CLOSED');
    expect(existsSync(path)).toBe(false);
    expect(open).toThrow('the file of the store was taken away');
    copyFileSync(away, path);
    expect(open).toThrow('the file of the store was taken away');
    renameSync(away, path);
    open().close();
    await store.close();
  });

  it('lets no other process write, and any process read', async () => {
    const store = openSqlite(path, schema);
    await store.run(inserting('a'));
    const other = (code: string) =>
      spawnSync(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', code], {
        encoding: 'utf8',
      });
    const source = join(import.meta.dirname, '../src');
    const write = other(`
      import { openSqlite } from '${source}/index.ts';
      import { schema } from '${source}/conformance/items.ts';
      try { openSqlite('${path}', schema); } catch (problem) { console.log(problem.code); }`);
    expect(write.stdout.trim()).toBe('AVOW_LOCKED');
    const read = other(`
      import { openSqliteReader } from '${source}/index.ts';
      import { ids, schema } from '${source}/conformance/items.ts';
      console.log((await ids(openSqliteReader('${path}', schema))).join());`);
    expect(read.stdout.trim()).toBe('a');
    await store.close();
  });

  it('keeps nothing of a unit that found the disk full, and goes on when there is room', async () => {
    let limit: (pages: number) => void = () => {};
    const store = twisted((driver) => {
      limit = (pages) => driver.exec(`PRAGMA max_page_count = ${pages}`);
      return driver;
    });
    await store.run(inserting('before'));
    limit(1);
    const kept = ['before'];
    const fill = async (): Promise<never> => {
      for (;;) {
        const id = `${kept.length}`.padEnd(400, '.');
        await store.run(inserting(id));
        kept.push(id);
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'AVOW_STORE' });
    expect((await ids(store)).toSorted()).toEqual(kept.toSorted());
    limit(1_000_000);
    await store.run(inserting('after'));
    expect(await ids(store)).toContain('after');
    await store.close();
  });

  it('takes two names of one file for one', () => {
    const store = openSqlite(path, schema);
    symlinkSync(path, `${path}.link`);
    expect(() => openSqlite(`${path}.link`, schema)).toThrow(
      expect.objectContaining({ code: 'AVOW_LOCKED' }) as Error,
    );
    return store.close();
  });

  it('refuses a connection string, and makes no file named by one', () => {
    const string = 'postgresql://user:secret@127.0.0.1:1/avow';
    const what = 'a SQLite store is a file; this is a connection string';
    expect(() => openSqlite(string, schema)).toThrow(what);
  });

  it('refuses a file that is not one of its own', () => {
    writeFileSync(path, 'no database at all, and long enough to look like one'.repeat(100));
    const isStore = expect.objectContaining({ code: 'AVOW_STORE' }) as Error;
    expect(() => openSqlite(path, schema)).toThrow(isStore);
    expect(() => openSqliteReader(path, schema)).toThrow();
    expect(() => openSqliteReader(join(folder, 'absent'), schema)).toThrow(isStore);
  });
});
