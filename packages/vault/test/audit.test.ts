import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowHash } from '../src/entry/row-hash.ts';
import { type AuditedFiles, auditFiles, openAnchorFile, type PersonId } from '../src/index.ts';
import { dataTable } from '../src/tables.ts';
import { CLASSES, collect, register, show } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';

const rootKey = randomBytes(32);
/** A vault with some life in it, closed; each test works on a copy. */
const original = makePlace(rootKey);
let vkey: string;
let person: PersonId;
let record: string;
let firstCheckpoint: string;

let place: Place;

beforeAll(async () => {
  const vault = await original.open();
  vkey = vault.vkey;
  person = await register(vault);
  ({ record } = await collect(vault, person, '+86 138 0000 0000'));
  await vault.flush();
  firstCheckpoint = await vault.checkpoint();
  for (let at = 0; at < 300; at++) await collect(vault, person, `${at}`);
  await show(vault, await vault.keysFor(person, CLASSES));
  await vault.flush();
  const erased = await register(vault);
  await (await vault.erase(erased)).swept;
  await vault.close();
});

afterAll(() => original.remove());

beforeEach(() => {
  place = makePlace(rootKey);
  cpSync(original.folder, place.folder, { recursive: true });
});

afterEach(() => place.remove());

function audit(more: Partial<AuditedFiles> = {}) {
  return auditFiles({ data: place.data, anchor: openAnchorFile(place.anchor), vkey, ...more });
}

/** Changes the files behind the vault's back. */
function tamper(sql: string, ...parameters: SQLInputValue[]): void {
  const store = new DatabaseSync(place.data);
  const { changes } = store.prepare(sql).run(...parameters);
  store.close();
  // A tampering that changed nothing would test nothing.
  expect(Number(changes)).toBeGreaterThan(0);
}

function rowOf(table: string, where: string): Record<string, SQLInputValue> {
  const store = new DatabaseSync(place.data, { readOnly: true });
  const row = store.prepare(`SELECT * FROM ${table} WHERE ${where}`).get();
  store.close();
  return row as Record<string, SQLInputValue>;
}

function insert(table: string, row: Record<string, SQLInputValue>): void {
  const marks = Object.keys(row).map(() => '?');
  tamper(`INSERT INTO ${table} VALUES (${marks.join(', ')})`, ...Object.values(row));
}

/** SQL for a blob with one bit of its middle byte flipped. */
const flipped = (column: string) => `CAST(
  substr(${column}, 1, length(${column}) / 2) ||
  CASE substr(${column}, length(${column}) / 2 + 1, 1) WHEN x'41' THEN x'42' ELSE x'41' END ||
  substr(${column}, length(${column}) / 2 + 2) AS BLOB)`;

async function finding(more: Partial<AuditedFiles> = {}) {
  const result = await audit(more);
  return result.ok ? 'nothing' : result.finding;
}

describe('an audit of a log that was rewritten by whoever holds its key', () => {
  /** Goes on from the original with these items; the checkpoint that somebody may keep of it. */
  async function history(...texts: readonly string[]): Promise<string> {
    place.remove();
    cpSync(original.folder, place.folder, { recursive: true });
    const vault = await place.open();
    for (const text of texts) await collect(vault, person, text);
    await vault.flush();
    const checkpoint = await vault.checkpoint();
    await vault.close();
    return checkpoint;
  }

  it('finds nothing in it by itself, and names it against a checkpoint from before', async () => {
    const kept = await history('what was');
    expect(await finding({ against: kept })).toBe('nothing');
    const rewritten = await history('what is said', 'to have been');
    expect(rewritten.split('\n')[0]).toBe(kept.split('\n')[0]);
    expect(await finding()).toBe('nothing');
    expect(await finding({ against: kept })).toEqual({
      kind: 'against',
      problem: 'log-rewritten',
    });
    // What came before the fork is the same in both.
    expect(await finding({ against: firstCheckpoint })).toBe('nothing');
  });

  it('names a log that was cut short as well', async () => {
    const kept = await history('one', 'two');
    await history('one');
    expect(await finding({ against: kept })).toEqual({ kind: 'against', problem: 'log-shrunk' });
  });
});

describe('an audit of an untouched vault', () => {
  it('finds nothing, and says what it went through', async () => {
    const result = await audit();
    expect(result).toMatchObject({ ok: true, counts: { pending: 0, replayed: 0, opened: 0 } });
    expect(result.ok && result.counts.entries).toBeGreaterThan(300);
    expect(result.ok && result.counts.rows).toBeGreaterThan(600);
  });

  it('opens every record if it is given the keys', async () => {
    const open = { keys: place.keys, keyring: keyringOf(rootKey) };
    expect(await audit({ open })).toMatchObject({ ok: true, counts: { opened: 301 } });
  });

  it('holds it against an older checkpoint', async () => {
    expect((await audit({ against: firstCheckpoint })).ok).toBe(true);
  });

  it('decides every decision again', async () => {
    const seen: unknown[] = [];
    const replay = (body: { readonly [name: string]: unknown }) => {
      seen.push(body['action']);
      return undefined;
    };
    expect(await audit({ replay: async () => replay })).toMatchObject({
      ok: true,
      counts: { replayed: 302 },
    });
    expect(seen.filter((action) => action === 'show').length).toBe(1);
    const wrong = await finding({
      replay:
        async () =>
        ({ action }) =>
          action === 'show' ? 'no' : undefined,
    });
    expect(wrong).toMatchObject({ kind: 'replay', problem: 'no' });
  });

  it('works beside a running vault, entries waiting for the tree included', async () => {
    const vault = await place.open({ interval: 3_600_000 });
    await collect(vault, person, 'waiting');
    expect(await audit()).toMatchObject({ ok: true, counts: { pending: 1 } });
    await vault.close();
  });
});

describe('an audit names', () => {
  it('an altered entry', async () => {
    tamper(`UPDATE entry SET body = ${flipped('body')} WHERE arrival = 18`);
    expect(await finding()).toEqual({ kind: 'entry-altered', index: 17 });
  });

  it('a removed entry', async () => {
    tamper('DELETE FROM entry WHERE arrival = 18');
    expect(await finding()).toEqual({ kind: 'entry-missing', index: 17 });
  });

  it('entries filed under other positions', async () => {
    tamper('UPDATE stretch SET position = 1');
    expect(await finding()).toEqual({ kind: 'entry-missing', index: 0 });
  });

  it('an entry that stands between stretches, where nobody would look for it', async () => {
    tamper('UPDATE entry SET arrival = -arrival WHERE arrival > 17');
    tamper('UPDATE entry SET arrival = 1 - arrival WHERE arrival < 0');
    tamper('INSERT INTO stretch SELECT 17, 19, count - 17 FROM stretch');
    tamper('UPDATE stretch SET count = 17 WHERE position = 0');
    expect(await audit()).toMatchObject({ ok: true });
    insert('entry', { ...rowOf('entry', 'arrival = 17'), arrival: 18, id: 'x' });
    expect(await finding()).toEqual({ kind: 'entry-added', index: 17 });
  });

  it('a stretch that is longer, shorter or more than the tree', async () => {
    tamper('UPDATE stretch SET count = count + 1');
    expect(await finding()).toMatchObject({ kind: 'entry-missing' });
    tamper('UPDATE stretch SET count = count - 2');
    expect(await finding()).toMatchObject({ kind: 'entry-missing' });
    tamper('UPDATE stretch SET count = count + 1');
    tamper('INSERT INTO stretch VALUES (1000, 1000, 1)');
    expect(await finding()).toMatchObject({ kind: 'entry-missing' });
  });

  it('an added entry', async () => {
    const last = rowOf('entry', 'arrival = (SELECT max(arrival) FROM entry)');
    insert('entry', { ...last, arrival: Number(last['arrival']) + 1, id: 'x' });
    tamper('UPDATE stretch SET count = count + 1');
    expect(await finding()).toEqual({ kind: 'entry-added', index: Number(last['arrival']) });
  });

  it('an entry stored under another id', async () => {
    tamper("UPDATE entry SET id = 'x' WHERE arrival = 18");
    expect(await finding()).toEqual({ kind: 'entry-renamed', position: 17 });
  });

  it('an altered, an added or a removed figure of what sentences did', async () => {
    const { sentence } = rowOf('tally', 'true');
    tamper('UPDATE tally SET count = count + 1 WHERE sentence = ?', sentence!);
    expect(await finding()).toEqual({ kind: 'tally', sentence });
    tamper('DELETE FROM tally WHERE sentence = ?', sentence!);
    expect(await finding()).toEqual({ kind: 'tally', sentence });
    insert('tally', { sentence: '9.z.1', outcome: 'permitted', count: 1 });
    expect(await finding()).toEqual({ kind: 'tally', sentence: '9.z.1' });
  });

  it('an altered tile', async () => {
    tamper(`UPDATE tile SET hashes = ${flipped('hashes')} WHERE level = 0 AND n = 0`);
    expect(await finding()).toMatchObject({ kind: 'tile', problem: 'altered', level: 0, n: 0 });
  });

  it('a tile that says another width than it has', async () => {
    tamper('UPDATE tile SET width = width - 1 WHERE level = 0 AND n = 0');
    expect(await finding()).toMatchObject({ kind: 'tile', problem: 'malformed', level: 0, n: 0 });
  });

  it('a removed tile', async () => {
    tamper('DELETE FROM tile WHERE level = 0 AND n = 0');
    expect(await finding()).toMatchObject({ kind: 'tile', problem: 'missing', level: 0, n: 0 });
  });

  it('an altered checkpoint, the latest or an older one', async () => {
    const { size } = rowOf('checkpoint', 'true');
    tamper("UPDATE checkpoint SET note = replace(note, 'a', 'b') WHERE size = ?", size!);
    expect(await finding()).toEqual({ kind: 'checkpoint-kept', size });
    tamper(`UPDATE checkpoint SET note = replace(note, 'a', 'b')
      WHERE size = (SELECT max(size) FROM checkpoint)`);
    expect(await finding()).toMatchObject({ kind: 'checkpoint' });
  });

  it('an altered record, in its ciphertext or any other column', async () => {
    tamper(`UPDATE record SET sealed = ${flipped('sealed')} WHERE id = ?`, record);
    expect(await finding()).toEqual({ kind: 'row-altered', table: 'record', id: record });
  });

  it('an altered column of any audited table', async () => {
    tamper("UPDATE person SET state = 'suspended' WHERE id = ?", person);
    expect(await finding()).toEqual({ kind: 'row-altered', table: 'person', id: person });
  });

  it('an altered record whose hash was altered to match', async () => {
    const row = rowOf('record', `id = '${record}'`);
    const hash = rowHash(dataTable('record')!, { ...row, source: 'partner' } as never);
    tamper("UPDATE record SET source = 'partner', hash = ? WHERE id = ?", hash, record);
    expect(await finding()).toEqual({ kind: 'row-added', table: 'record', id: record });
  });

  it('a removed row, by the entry that added it', async () => {
    tamper('DELETE FROM record WHERE id = ?', record);
    expect(await finding()).toEqual({ kind: 'row-missing', position: 2 });
  });

  it('an added row', async () => {
    const row = { ...rowOf('record', `id = '${record}'`), id: 'added' };
    insert('record', { ...row, hash: rowHash(dataTable('record')!, row as never) });
    expect(await finding()).toEqual({ kind: 'row-added', table: 'record', id: 'added' });
  });

  it('a row put back to an earlier state', async () => {
    const before = rowOf('person', `id = '${person}'`);
    const vault = await place.open();
    await (await vault.erase(person)).swept;
    await vault.close();
    expect((await audit()).ok).toBe(true);
    tamper('DELETE FROM person WHERE id = ?', person);
    insert('person', before);
    expect(await finding()).toEqual({ kind: 'row-rolled-back', table: 'person', id: person });
  });

  it('a row brought back after its removal', async () => {
    const row = rowOf('record', `id = '${record}'`);
    const vault = await place.open();
    await (await vault.erase(person)).swept;
    await vault.close();
    insert('record', row);
    expect(await finding()).toEqual({ kind: 'row-rolled-back', table: 'record', id: record });
  });

  it('a record that does not open', async () => {
    const store = new DatabaseSync(place.keys);
    store.prepare("DELETE FROM data WHERE person = ? AND retention = 'account'").run(person);
    store.close();
    const open = { keys: place.keys, keyring: keyringOf(rootKey) };
    expect(await finding({ open })).toMatchObject({ kind: 'record-sealed', table: 'record' });
  });

  it('a log put back to an earlier day', async () => {
    const anchor = openAnchorFile(place.anchor);
    const vault = await place.open();
    await collect(vault, person, 'later');
    await vault.close();
    cpSync(original.data, place.data);
    expect(await finding({ anchor })).toEqual({ kind: 'anchor', problem: 'log-shrunk' });
  });

  it('another history than that of an older checkpoint', async () => {
    const other = makePlace();
    const vault = await other.open();
    const checkpoint = await vault.checkpoint();
    await vault.close();
    other.remove();
    expect(await finding({ against: checkpoint })).toEqual({
      kind: 'against',
      problem: 'unsigned',
    });
  });
});
