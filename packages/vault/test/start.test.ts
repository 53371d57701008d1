import { cpSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnchorFile, type PersonId, type Vault } from '../src/index.ts';
import { CLASSES, collect, recount, register, show } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';

const rootKey = new Uint8Array(32).fill(3);

let place: Place;
let person: PersonId;

beforeEach(async () => {
  place = makePlace(rootKey);
  const vault = await place.open();
  person = await register(vault);
  await collect(vault, person, 'kept');
  await vault.close();
});

afterEach(() => place.remove());

async function reopened<A>(work: (vault: Vault) => Promise<A>): Promise<A> {
  const vault = await place.open();
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
}

function copyStores(to: Place): void {
  cpSync(dirname(place.data), dirname(to.data), { recursive: true });
  cpSync(dirname(place.keys), dirname(to.keys), { recursive: true });
}

describe('a start', () => {
  it('finds everything as it was', async () => {
    const { texts } = await reopened(async (vault) =>
      show(vault, await vault.keysFor(person, CLASSES)),
    );
    expect(texts).toEqual(['kept']);
  });

  it('makes what it makes for its owner alone, open or closed', async () => {
    const modes = (): string[] =>
      readdirSync(place.folder, { recursive: true, withFileTypes: true })
        .map((item) => [item, statSync(join(item.parentPath, item.name)).mode & 0o777] as const)
        .map(([item, mode]) => `${item.isDirectory() ? 'folder' : 'file'} ${mode.toString(8)}`);
    const vault = await place.open();
    await collect(vault, person, 'private');
    await vault.flush();
    expect(readdirSync(dirname(place.data))).toHaveLength(5); // Store, log, index, lock, its journal.
    expect(new Set(modes())).toEqual(new Set(['folder 700', 'file 600']));
    await vault.close();
    expect(new Set(modes())).toEqual(new Set(['folder 700', 'file 600']));
  });

  it('names both logs if the stores were made under another origin', async () => {
    await expect(place.open({ origin: 'other.example/log' })).rejects.toMatchObject({
      code: 'AVOW_ANCHOR',
      message: expect.stringMatching(/market\.example\/avow.*other\.example\/log/),
    });
  });

  it('says so if it cannot write where it should', async () => {
    writeFileSync(`${place.folder}/blocked`, '');
    const data = `${place.folder}/blocked/data.sqlite`;
    await expect(place.open({ data })).rejects.toMatchObject({ code: 'AVOW_STORE' });
    await expect(place.open({ data })).rejects.toThrow(/cannot be written to/);
  });

  it('refuses stores put back to an earlier day', async () => {
    const yesterday = makePlace();
    copyStores(yesterday);
    await reopened((vault) => collect(vault, person, 'today'));
    cpSync(yesterday.data, place.data);
    yesterday.remove();
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('refuses an emptied data store', async () => {
    rmSync(dirname(place.data), { recursive: true });
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('takes no loss for a beginning: an emptied key store', async () => {
    rmSync(dirname(place.keys), { recursive: true });
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    // Nor does a second attempt find keys that the first one made.
    await expect(place.open()).rejects.toThrow(/put it back/);
  });

  it('takes no loss for a beginning: data store and anchor', async () => {
    const hidden = `${place.folder}.hidden`;
    for (const path of [place.data, place.anchor]) {
      cpSync(dirname(path), join(hidden, basename(dirname(path))), { recursive: true });
      rmSync(dirname(path), { recursive: true });
    }
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    // When they are put back, the keys are all still there.
    rmSync(dirname(place.data), { recursive: true });
    cpSync(hidden, place.folder, { recursive: true });
    rmSync(hidden, { recursive: true });
    const keys = await reopened((vault) => vault.keysFor(person, CLASSES));
    const { texts } = await reopened((vault) => show(vault, keys));
    expect(texts).toEqual(['kept']);
  });

  it('takes no loss for a beginning: both stores', async () => {
    rmSync(dirname(place.data), { recursive: true });
    rmSync(dirname(place.keys), { recursive: true });
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
  });

  it('refuses the key store of another deployment under the same root key', async () => {
    const other = makePlace(rootKey);
    await (await other.open()).close();
    cpSync(dirname(other.keys), dirname(place.keys), { recursive: true });
    other.remove();
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
  });

  it('refuses a log that does not continue the kept checkpoint', async () => {
    const fork = makePlace();
    copyStores(fork);
    await reopened((vault) => collect(vault, person, 'one way'));
    cpSync(dirname(fork.data), dirname(place.data), { recursive: true });
    // The fork grows beyond the kept checkpoint while nobody compares.
    const elsewhere = openAnchorFile(`${place.anchor}.other`);
    const note = latestNote(place.data);
    await elsewhere.swap(undefined, note);
    const vault = await place.open({ anchor: elsewhere });
    for (const text of ['another', 'way']) await collect(vault, person, text);
    await vault.close();
    fork.remove();
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('refuses to go on without the kept checkpoint, or with that of another log', async () => {
    rmSync(place.anchor);
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
    writeFileSync(place.anchor, 'some other text');
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_ANCHOR' });
  });

  it('moves the kept checkpoint on if a crash came between COMMIT and the move', async () => {
    const anchor = openAnchorFile(place.anchor);
    const before = (await anchor.read())!;
    await reopened((vault) => collect(vault, person, 'later'));
    const after = (await anchor.read())!;
    await anchor.swap(after, before);
    await (await place.open()).close();
    expect(await anchor.read()).toBe(after);
  });

  it('refuses a second process, or a second vault in this one', async () => {
    const vault = await place.open();
    await expect(place.open()).rejects.toMatchObject({ code: 'AVOW_LOCKED' });
    await vault.close();
    await (await place.open()).close();
  });

  it('refuses another root key, and keys beside the data', async () => {
    const keyring = keyringOf(new Uint8Array(32));
    await expect(place.open({ keyring })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    const keys = `${dirname(place.data)}/keys.sqlite`;
    await expect(place.open({ keys })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    symlinkSync(dirname(place.data), `${place.folder}/elsewhere`);
    const linked = `${place.folder}/elsewhere/keys.sqlite`;
    await expect(place.open({ keys: linked })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await (await place.open()).close();
  });

  it('goes on in time although the clock was set back', async () => {
    const vault = await place.open({ clock: { now: () => 1_000_000 } });
    const keys = await vault.keysFor(person, CLASSES);
    await show(vault, keys);
    const times = (await recount(vault, keys)).map(({ opening }) => opening.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    await vault.close();
  });
});

function latestNote(path: string): string {
  const store = new DatabaseSync(path, { readOnly: true });
  const row = store.prepare('SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1').get();
  store.close();
  return String(row!['note']);
}
