import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  auditFiles,
  type MoveOptions,
  moveStores,
  openAnchorFile,
  openTombstoneFile,
  openVault,
  type Vault,
} from '../src/index.ts';
import { CLASSES, collect, register, show } from './deeds.ts';
import { keyringOf } from './place.ts';
import { newDatabase } from './postgres/database.ts';

interface Places {
  readonly data: string;
  readonly keys: string;
}

const rootKey = randomBytes(32);
const keyring = keyringOf(rootKey);
let folder: string;
let outside: { anchor: ReturnType<typeof openAnchorFile>; keyring: typeof keyring };
let opened: Vault[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avow-move-'));
  outside = { anchor: openAnchorFile(join(folder, 'anchor', 'checkpoint')), keyring };
  opened = [];
});

afterEach(async () => {
  for (const vault of opened) await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const engines = {
  async SQLite(): Promise<Places> {
    const at = join(folder, randomBytes(4).toString('hex'));
    return { data: join(at, 'data', 'store.db'), keys: join(at, 'keys', 'store.db') };
  },
  async PostgreSQL(): Promise<Places> {
    return { data: await newDatabase(), keys: await newDatabase() };
  },
};

async function open(places: Places): Promise<Vault> {
  const tombstones = openTombstoneFile(join(folder, 'anchor', 'tombstones'));
  const vault = await openVault({
    ...places,
    ...outside,
    tombstones,
    origin: 'market.example/avow',
  });
  opened.push(vault);
  return vault;
}

function move(vault: Vault, from: Places, to: Places, more: Partial<MoveOptions> = {}) {
  return moveStores({ from, to, ...outside, vkey: vault.vkey, ...more });
}

/** A vault with people in it, one of them erased, and what its log had come to. */
async function inhabited(places: Places) {
  const vault = await open(places);
  const person = await register(vault);
  for (const text of ['one', 'two']) await collect(vault, person, text);
  const gone = await register(vault);
  await (await vault.erase(gone)).swept;
  await vault.flush();
  return { vault, person, gone, checkpoint: await vault.checkpoint() };
}

const ways = [
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
  ['SQLite', 'SQLite'],
] as const;

describe.each(ways)('stores moved from %s to %s', (here, there) => {
  it('are the same vault: the same log, the same people, and who was erased still is', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault, person, gone, checkpoint } = await inhabited(from);
    await vault.close();
    const told: string[] = [];
    const progress = (half: string, done: number, total: number) => {
      expect(done).toBeLessThanOrEqual(total);
      told.push(half);
    };
    expect(await move(vault, from, to, { progress })).toMatchObject({ ok: true });
    expect(new Set(told)).toEqual(new Set(['keys', 'data']));

    const moved = await open(to);
    expect(moved.vkey).toBe(vault.vkey);
    expect(await moved.checkpoint()).toBe(checkpoint);
    await collect(moved, person, 'three');
    const shown = await show(moved, await moved.keysFor(person, CLASSES));
    expect(shown.texts).toEqual(['one', 'two', 'three']);
    await expect(moved.keysFor(gone, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await moved.flush();
    const files = { data: to.data, ...outside, vkey: vault.vkey, against: checkpoint };
    const audit = await auditFiles({ ...files, open: { keys: to.keys, keyring } });
    expect(audit).toMatchObject({ ok: true });
    // The source is an older log by now, and nobody takes it for the vault any more.
    await expect(open(from)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });
});

describe.each(['SQLite', 'PostgreSQL'] as const)('a move from %s', (here) => {
  const there = here === 'SQLite' ? 'PostgreSQL' : 'SQLite';

  it('is refused while a server is at work, and lets none begin', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault } = await inhabited(from);
    await expect(move(vault, from, to)).rejects.toMatchObject({ code: 'AVOW_LOCKED' });
    await vault.close();
    let start: Promise<unknown> | undefined;
    const progress = () => {
      start ??= expect(open(from)).rejects.toMatchObject({
        code: here === 'SQLite' ? 'AVOW_LOCKED' : 'AVOW_BUSY',
      });
    };
    const replay = async () => {
      await start;
      return () => undefined;
    };
    expect(await move(vault, from, to, { progress, replay })).toMatchObject({ ok: true });
  });

  it('that is cut off leaves no store, and is begun again', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault } = await inhabited(from);
    await vault.close();
    const cut = new Error('cut off');
    const fail = (half: string) => {
      if (half === 'data') throw cut;
    };
    await expect(move(vault, from, to, { progress: fail })).rejects.toBe(cut);
    if (there === 'PostgreSQL') {
      await expect(open(to)).rejects.toMatchObject({ code: 'AVOW_SCHEMA' });
    }
    expect(await move(vault, from, to)).toMatchObject({ ok: true });
    await expect(move(vault, from, to)).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
  });

  it('puts nothing in place that does not prove itself', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault } = await inhabited(from);
    await vault.close();
    const replay = async () => () => 'decided otherwise';
    const found = await move(vault, from, to, { replay });
    expect(found).toMatchObject({ ok: false, finding: { kind: 'replay' } });
    expect(await move(vault, from, to)).toMatchObject({ ok: true });
  });

  it('puts nothing in place of a log that was put back, and says how short it is', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault } = await inhabited(from);
    await vault.close();
    expect(await move(vault, from, to)).toMatchObject({ ok: true });
    // What is gone on with is not what was moved: the other one lags from then on.
    const ahead = await open(from);
    await register(ahead);
    await ahead.flush();
    await ahead.close();
    const next = await engines[here]();
    const found = await move(vault, to, next);
    expect(found).toMatchObject({ ok: false, finding: { kind: 'anchor', problem: 'log-shrunk' } });
    expect(await move(vault, from, next)).toMatchObject({ ok: true });
  });

  it('needs the checkpoint kept outside', async () => {
    const [from, to] = [await engines[here](), await engines[there]()];
    const { vault } = await inhabited(from);
    await vault.close();
    const anchor = openAnchorFile(join(folder, 'nothing', 'checkpoint'));
    const refused = move(vault, from, to, { anchor });
    await expect(refused).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
  });
});
