import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dataSchema,
  holdsOf,
  KEY_BACKUP_LIFE,
  keySchema,
  openAnchorFile,
  openVault,
  type PersonId,
  type Vault,
} from '../../src/index.ts';
import { openReader } from '../../src/place.ts';
import { CLASSES, collect, register } from '../deeds.ts';
import { hold, lift } from '../holds.ts';
import { keyringOf, onPostgres } from '../place.ts';
import { type Back, countOf, fileOf, makeRestoring, type Restoring } from './restoring.ts';

let place: Restoring;
let vault: Vault;

beforeEach(async () => {
  place = makeRestoring(() => vault.vkey);
  vault = await place.open();
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

/** Alters a half of a backup, and the manifest along with it. */
function forge(backup: string, sql: string): void {
  const file = fileOf(backup, 'data');
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  const bytes = readFileSync(file);
  const path = join(backup, 'data', 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.data.bytes = bytes.length;
  manifest.data.sha256 = createHash('sha256').update(bytes).digest('hex');
  for (const half of ['data', 'keys']) {
    writeFileSync(join(backup, half, 'manifest.json'), JSON.stringify(manifest));
  }
}

/** Whether two places are as empty as they were. */
async function nothingAt(to: Pick<Back, 'data' | 'keys'>): Promise<boolean> {
  if (!onPostgres)
    return ![to.data, to.keys, join(dirname(to.data), '.restoring')].some(existsSync);
  for (const [url, schema] of [
    [to.data, dataSchema],
    [to.keys, keySchema],
  ] as const) {
    // What is left of one that was refused is no store, and is removed by the next.
    await expect(openReader(url, schema)).rejects.toMatchObject({ code: 'AVOW_SCHEMA' });
  }
  return true;
}

/** Places to be named to a restore, and looked at after it was refused. */
async function places() {
  return { data: await place.elsewhere('data'), keys: await place.elsewhere('keys') };
}

describe('a restore', () => {
  it('does not bring back who was erased since', async () => {
    const erased = await register(vault);
    const stays = await register(vault);
    for (const person of [erased, stays]) await collect(vault, person, 'a phone');
    await vault.flush();
    const backup = await place.backUp();
    await vault.erase(erased);
    await vault.close();

    const back = await place.restore(backup, { acceptLoss: true });
    expect(back.restored).toMatchObject({ ok: true, erased: 1, loss: { from: 5 } });
    expect(await countOf(back.data, 'data', 'record', erased)).toBe(0);
    expect(await countOf(back.keys, 'keys', 'data', erased)).toBe(0);
    expect(await countOf(back.data, 'data', 'record', stays)).toBe(1);
    const again = await back.open();
    await expect(again.keysFor(erased, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await again.close();
  });

  it('closes whoever asked to be erased under a hold, whatever the backup knows of it', async () => {
    const [before, since, released] = await Promise.all([
      register(vault),
      register(vault),
      register(vault),
    ]);
    const people = [before, since, released];
    for (const person of people) await collect(vault, person, 'a phone');
    await hold(vault, before);
    const lifted = await hold(vault, released);
    await vault.flush();
    const backup = await place.backUp();
    await hold(vault, since);
    for (const person of people) await vault.erase(person);
    expect(await lift(vault, released, lifted)).toBe(true);
    await vault.close();

    const back = await place.restore(backup, { acceptLoss: true });
    expect(back.restored).toMatchObject({ ok: true, erased: 1 });
    const again = await back.open();
    for (const person of people) {
      await expect(again.keysFor(person, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    }
    const records = (person: PersonId) => countOf(back.data, 'data', 'record', person);
    expect(await Promise.all(people.map(records))).toEqual([1, 1, 0]);
    // The hold whose evidence was lost is there as one that somebody must look at, and lift.
    const [[standing]] = await again.read([holdsOf(since)]);
    expect(JSON.parse(standing!.body)).toMatchObject({ verifiedBy: 'restore', categories: null });
    expect(await lift(again, since, standing!.id)).toBe(true);
    await again.close();
  });

  it('says which entries are lost before it accepts that', async () => {
    await vault.flush();
    const backup = await place.backUp();
    await register(vault);
    await register(vault);
    await vault.close();
    const to = await places();
    const refused = place.restore(backup, { to });
    await expect(refused).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(refused).rejects.toThrow('with 1 entries and had 3: entries 1 to 2 are lost');
    expect(await nothingAt(to)).toBe(true);

    const anchored = readFileSync(place.anchor, 'utf8');
    const { restored, open } = await place.restore(backup, { acceptLoss: true });
    expect(restored).toMatchObject({ ok: true, loss: { from: 1, to: 3 } });
    const again = await open();
    const [, entry] = (await again.entries(0, 2))!;
    expect(JSON.parse(Buffer.from(entry!).toString())).toMatchObject({
      kind: 'restore',
      size: 1,
      anchored,
    });
    await again.close();
  });

  it('cannot tell the loss where the anchor is gone', async () => {
    const backup = await place.backUp();
    await vault.close();
    rmSync(place.anchor);
    await expect(place.restore(backup)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    const { restored } = await place.restore(backup, { acceptLoss: true });
    expect(restored).toMatchObject({ ok: true, loss: { from: 1, to: undefined } });
  });

  it('needs the list of erased people', async () => {
    const backup = await place.backUp();
    rmSync(place.tombstones);
    const refused = place.restore(backup);
    await expect(refused).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
  });

  it('takes a backup of seven days, and none that is older', async () => {
    await vault.flush();
    const backup = await place.backUp();
    await vault.close();
    const { taken } = JSON.parse(readFileSync(join(backup, 'keys', 'manifest.json'), 'utf8'));
    const then = (ms: number) => ({ now: () => Date.parse(taken) + ms });
    const old = place.restore(backup, { clock: then(KEY_BACKUP_LIFE + 1) });
    await expect(old).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    const early = place.restore(backup, { clock: then(-1) });
    await expect(early).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    const { restored } = await place.restore(backup, { clock: then(KEY_BACKUP_LIFE) });
    expect(restored.ok).toBe(true);
  });

  it('replaces nothing', async () => {
    const backup = await place.backUp();
    const to = { data: place.data, keys: await place.elsewhere('keys') };
    await expect(place.restore(backup, { to })).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
  });

  it('refuses a file that was altered', async () => {
    const backup = await place.backUp();
    const to = await places();
    for (const half of ['data', 'keys'] as const) {
      const path = fileOf(backup, half);
      const bytes = readFileSync(path);
      bytes[5_000]! ^= 1;
      writeFileSync(path, bytes);
      await expect(place.restore(backup, { to })).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
      bytes[5_000]! ^= 1;
      writeFileSync(path, bytes);
    }
    expect(await nothingAt(to)).toBe(true);
  });

  it('finds what was altered together with its digest', async () => {
    await collect(vault, await register(vault), 'a phone');
    await vault.flush();
    const backup = await place.backUp();
    await vault.close();
    forge(backup, "UPDATE record SET category = 'contact.email'");
    const to = await places();
    const { restored } = await place.restore(backup, { to });
    expect(restored).toMatchObject({ ok: false, finding: { kind: 'row-altered' } });
    expect(await nothingAt(to)).toBe(true);
  });

  it('refuses halves of two backups, and one half', async () => {
    const first = await place.backUp('first');
    const second = await place.backUp('second');
    const mixed = { data: join(first, 'data'), keys: join(second, 'keys') };
    const half = { data: join(first, 'data'), keys: join(first, 'nothing') };
    for (const from of [mixed, half]) {
      await expect(place.restore(first, { from })).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    }
  });

  it('that ends before the anchor is moved leaves nothing that starts, and can be made again', async () => {
    await vault.flush();
    const backup = await place.backUp();
    await register(vault);
    await vault.close();
    const to = await places();
    const held = openAnchorFile(place.anchor);
    const killed = new Error('killed');
    const anchor = { read: () => held.read(), swap: () => Promise.reject(killed) };
    const accepting = { acceptLoss: true, to };
    await expect(place.restore(backup, { ...accepting, anchor })).rejects.toBe(killed);

    const common = { keyring: keyringOf(place.rootKey), anchor: held, origin: vault.origin };
    const start = openVault({ ...common, ...to });
    await expect(start).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(place.restore(backup, accepting)).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    const { restored, open } = await place.restore(backup, { acceptLoss: true });
    expect(restored).toMatchObject({ ok: true, loss: { from: 1, to: 2 } });
    await (await open()).close();
  });

  it('lets evidence stay that law keeps, of whom it erases again', async () => {
    const kept = await evidenceOf(vault, 'order');
    const gone = await evidenceOf(vault, 'note');
    await vault.flush();
    const backup = await place.backUp();
    for (const person of [kept, gone]) await vault.erase(person);
    await vault.close();
    const options = { acceptLoss: true, keep: ['order'] };
    const { restored, data } = await place.restore(backup, options);
    expect(restored).toMatchObject({ ok: true, erased: 2 });
    expect(await countOf(data, 'data', 'evidence', kept)).toBe(1);
    expect(await countOf(data, 'data', 'evidence', gone)).toBe(0);
  });
});

/** A person with one piece of evidence of a kind. */
async function evidenceOf(of: Vault, kind: string): Promise<PersonId> {
  const person = await register(of);
  await of.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [],
    keys: [await of.keysFor(person, CLASSES)],
    decide: (_, { now }) => ({
      answer: undefined,
      entries: [
        {
          kind: 'evidence',
          evidence: kind,
          state: 'open',
          subject: { person },
          changes: [{ table: 'evidence', after: evidence(of.mint(), kind, person, now) }],
        },
      ],
    }),
  });
  return person;
}

function evidence(id: string, kind: string, person: PersonId, at: number) {
  const nothing = { party: null, ref: null, until: null, key: null, sealed: null };
  return { ...nothing, id, kind, person, state: 'open', at, body: '{}' };
}
