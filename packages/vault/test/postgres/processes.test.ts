import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, schema } from '../../src/conformance/items.ts';
import {
  type Anchor,
  auditFiles,
  type EntryId,
  openAnchorFile,
  openPostgres,
  openVault,
  type PersonId,
  type Vault,
} from '../../src/index.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { keyringOf } from '../root-key.ts';
import { connect } from './connection.ts';
import { newDatabase } from './database.ts';
import { until } from './until.ts';

/** Within what time somebody else must have taken over, in milliseconds. */
const TAKEN_OVER_MS = 2_000;

function start(file: string, args: readonly string[]): ChildProcess {
  const worker = join(import.meta.dirname, file);
  return fork(worker, [...args], { execArgv: ['--no-warnings'] });
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('several processes on one vault', () => {
  const rootKey = randomBytes(32);
  const folder = mkdtempSync(join(tmpdir(), 'avow-processes-'));
  const anchor = join(folder, 'checkpoint');
  let places: { readonly data: string; readonly keys: string };

  const open = (kept: Anchor = openAnchorFile(anchor)): Promise<Vault> =>
    openVault({
      ...places,
      keyring: keyringOf(rootKey),
      anchor: kept,
      origin: 'market.example/avow',
    });
  const startWorker = (interval: number) =>
    start('vault-worker.ts', [
      places.data,
      places.keys,
      anchor,
      rootKey.toString('hex'),
      String(interval),
    ]);

  beforeAll(async () => {
    places = { data: await newDatabase(), keys: await newDatabase() };
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function audit(vkey: string) {
    return auditFiles({
      data: places.data,
      anchor: openAnchorFile(anchor),
      vkey,
      open: { keys: places.keys, keyring: keyringOf(rootKey) },
    });
  }

  it('begin it together, and write one log', async () => {
    const vaults = await Promise.all([open(), open(), open()]);
    expect(new Set(vaults.map((vault) => vault.vkey)).size).toBe(1);
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, at) => register(vaults[at % 3]!)),
    );
    await Promise.all(people.map((person, at) => collect(vaults[(at + 1) % 3]!, person, 'text')));
    await Promise.all(vaults.map((vault) => vault.flush()));
    const checkpoints = await Promise.all(vaults.map((vault) => vault.checkpoint()));
    expect(new Set(checkpoints).size).toBe(1);
    const { vkey } = vaults[0];
    await Promise.all(vaults.map((vault) => vault.close()));
    expect(await audit(vkey)).toMatchObject({ ok: true, counts: { entries: 121, pending: 0 } });
  });

  it('are content with an anchor that another moves beyond theirs, time and again', async () => {
    const other = await open();
    const file = openAnchorFile(anchor);
    const vault = await open({
      ...file,
      async read() {
        const kept = await file.read();
        await register(other);
        await other.flush();
        return kept;
      },
    });
    await register(vault);
    await vault.flush();
    expect(await file.read()).toBe(await other.checkpoint());
    await vault.close();
    await other.close();
  });

  it('know no key of someone whom one of them has erased', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const person = await register(one);
    await collect(one, person, 'gone soon');
    const cached = await other.keysFor(person, CLASSES);
    await show(other, cached);
    const { swept } = await one.erase(person);
    expect(await faultOf(show(other, cached))).toBe('AVOW_ERASED');
    expect(await faultOf(other.keysFor(person, CLASSES))).toBe('AVOW_ERASED');
    await swept;
    await Promise.all([one.close(), other.close()]);
  });

  it('write the history of one person in order, whichever of them began when', async () => {
    const early = await open();
    const late = await open();
    const person = await register(late);
    const entries: string[] = [];
    for (const vault of [late, early, late, early]) {
      entries.push((await collect(vault, person, 'text')).entry);
      await Promise.all([late.flush(), early.flush()]);
    }
    const lines = { table: 'history', by: 'key', equals: [person], limit: 10 } as const;
    const [history] = await early.read([lines]);
    expect(history.map(({ id }) => id).slice(1)).toEqual(entries);
    await Promise.all([early.close(), late.close()]);
  });

  it('bring themselves to where the log is by looking, though nothing waits for them', async () => {
    const idle = await open();
    const busy = await open();
    const person = await register(busy);
    await busy.flush();
    const { entry } = await collect(busy, person, 'text');
    await until(async () => (await collect(idle, await register(idle), 'text')).entry > entry);
    await Promise.all([idle.close(), busy.close()]);
  });

  it('erase the same person together', async () => {
    const vaults = await Promise.all([open(), open(), open()]);
    const person = await register(vaults[0]!);
    await collect(vaults[0]!, person, 'gone soon');
    const erased = await Promise.all(vaults.map((vault) => vault.erase(person)));
    expect(erased.filter(({ receipt }) => receipt !== null).length).toBe(1);
    await Promise.all(erased.map(({ swept }) => swept));
    await Promise.all(vaults.map((vault) => vault.close()));
    const { vkey } = vaults[0];
    expect(await audit(vkey)).toMatchObject({ ok: true });
  });

  it('put into the tree within two seconds what a killed one left behind', async () => {
    const vault = await open();
    // It would wait for an hour before it put its own entries into the tree.
    const worker = startWorker(3_600_000);
    const answers: { person: PersonId; entry: EntryId }[] = [];
    worker.on('message', (answer) => {
      if (answer !== 'ready') answers.push(answer as (typeof answers)[number]);
    });
    await until(async () => (await once(worker, 'message')) && answers.length >= 20);
    await kill(worker);
    const killed = performance.now();
    await until(async () => {
      const { entry } = answers.at(-1)!;
      return (await vault.receipt(entry)).proof !== null;
    });
    expect(performance.now() - killed).toBeLessThan(TAKEN_OVER_MS);
    await vault.flush();
    for (const { entry } of answers) expect((await vault.receipt(entry)).proof).not.toBe(null);
    await vault.close();
    expect(await audit(vault.vkey)).toMatchObject({ ok: true, counts: { pending: 0 } });
  });
});

describe('a lock of a process', () => {
  it.each([
    ['that is killed is free at once', true, TAKEN_OVER_MS],
    ['that hangs is free after two seconds', false, 2 * TAKEN_OVER_MS],
  ])('%s', async (_, isKilled, within) => {
    const url = await newDatabase();
    const store = await openPostgres(url, schema);
    const observer = await connect(url);
    const worker = start('holding-worker.ts', [url]);
    await once(worker, 'message');
    const begun = performance.now();
    const run = store.run({
      locks: [{ on: 'log', id: 'l', mode: 'exclusive' }],
      reads: [],
      decide: () => ({ changes: [], answer: 'had it' }),
    });
    await until(async () => (await observer.waiting()) === 1);
    if (isKilled) await kill(worker);
    expect(await run).toBe('had it');
    expect(performance.now() - begun).toBeLessThan(within);
    if (!isKilled) await kill(worker);
    await observer.close();
    await store.close();
  });
});
