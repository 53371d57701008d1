import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { newDatabase } from '../../../vault/test/postgres/database.ts';
import { HttpFault } from '../../src/http/fault.ts';
import { openKeys } from '../../src/keys/store.ts';

const request = { label: 'the market', scopes: ['acts', 'history:read'] } as const;

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'made', 'keys.db');
}

async function openAt(place: string, now = { at: 0 }) {
  const keys = await openKeys(place, { now: () => now.at });
  onTestFinished(() => keys.close());
  return keys;
}

const engines = [
  { engine: 'SQLite', newPlace: async () => newFile() },
  { engine: 'PostgreSQL', newPlace: () => newDatabase() },
] as const;

describe.each(engines)('an API key on $engine', ({ newPlace }) => {
  it('is verified by its secret, with the scopes it was made with', async () => {
    const keys = await openAt(await newPlace(), { at: 1_000 });
    const { key, id } = await keys.create(request);
    const { scopes } = request;
    const told = { label: 'the market', scopes: [...scopes], expires: undefined };
    expect(await keys.verify(key)).toEqual({ ...told, id, created: 1_000, revoked: undefined });
  });

  it('is refused with another secret, another id, or in another form', async () => {
    const keys = await openAt(await newPlace());
    const { key } = await keys.create(request);
    const other = (await keys.create(request)).key;
    const [, id = ''] = key.split('_');
    const swapped = `avk_${id}_${other.split('_').slice(2).join('_')}`;
    for (const wrong of [swapped, `${key}x`, key.slice(0, -1), key.toUpperCase(), '', 'avk__']) {
      expect(await keys.verify(wrong)).toBeUndefined();
    }
  });

  it('is refused from the moment it is revoked, and stays revoked at that time', async () => {
    const now = { at: 5 };
    const keys = await openAt(await newPlace(), now);
    const { key, id } = await keys.create(request);
    expect((await keys.revoke(id))?.revoked).toBe(5);
    expect(await keys.verify(key)).toBeUndefined();
    now.at = 9;
    expect((await keys.revoke(id))?.revoked).toBe(5);
  });

  it('is refused from its end on', async () => {
    const now = { at: 5 };
    const keys = await openAt(await newPlace(), now);
    const { key } = await keys.create({ ...request, expires: 10 });
    now.at = 9;
    expect(await keys.verify(key)).toBeDefined();
    now.at = 10;
    expect(await keys.verify(key)).toBeUndefined();
  });

  it('is each its own, however many are asked for at once', async () => {
    const keys = await openAt(await newPlace());
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, at) => keys.create({ ...request, label: `key ${at}` })),
    );
    const asked = [...made, ...made.toReversed()];
    const found = await Promise.all(asked.map(({ key }) => keys.verify(key)));
    expect(found.map((each) => each?.id)).toEqual(asked.map(({ id }) => id));
    expect((await keys.list()).length).toBe(20);
  });

  it('is made first once', async () => {
    const keys = await openAt(await newPlace());
    const made = await Promise.all([1, 2, 3].map(() => keys.createFirst(request)));
    expect(made.filter((key) => key !== undefined).length).toBe(1);
    await keys.revoke((await keys.list())[0]!.id);
    expect(await keys.createFirst(request)).toBeUndefined();
  });

  it('that is made again by a retry is the same one, without its secret', async () => {
    const keys = await openAt(await newPlace());
    let replays = 0;
    const once = { idempotencyKey: 'k1', onReplay: () => replays++ };
    const first = await keys.createOnce(request, once);
    const again = await keys.createOnce(request, once);
    expect(again).toEqual({ ...first, key: undefined });
    expect(replays).toBe(1);
    expect(await keys.list()).toHaveLength(1);
  });

  it('that is made again with another request is refused, and nothing made', async () => {
    const keys = await openAt(await newPlace());
    await keys.createOnce(request, { idempotencyKey: 'k1' });
    const other = keys.createOnce({ ...request, label: 'x' }, { idempotencyKey: 'k1' });
    await expect(other).rejects.toEqual(new HttpFault('AVOW_IDEMPOTENCY_MISMATCH'));
    expect(await keys.list()).toHaveLength(1);
  });
});

it('a key file survives a restart, and holds no secret', async () => {
  const file = newFile();
  const first = await openKeys(file);
  const { key } = await first.create(request);
  const secret = key.slice('avk_'.length + 17);
  const onDisk = () =>
    readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), 'latin1'));
  expect(onDisk().join()).not.toContain(secret);
  for (const name of readdirSync(dirname(file))) {
    expect(statSync(join(dirname(file), name)).mode & 0o777, name).toBe(0o600);
  }
  await first.close();
  const second = await openKeys(file);
  expect((await second.verify(key))?.label).toBe('the market');
  await second.close();
  expect(onDisk().join()).not.toContain(secret);
});

describe('on one database', () => {
  let place: string;
  beforeAll(async () => {
    place = await newDatabase();
  });

  it('one server knows the keys of another, and refuses what it has revoked', async () => {
    const [one, other] = await Promise.all([openAt(place), openAt(place)]);
    const { key, id } = await one.create(request);
    expect((await other.verify(key))?.id).toBe(id);
    await one.revoke(id);
    expect(await other.verify(key)).toBeUndefined();
  });

  it('of two servers that start together one makes the first key', async () => {
    const fresh = await newDatabase();
    const servers = await Promise.all([openAt(fresh), openAt(fresh), openAt(fresh)]);
    const made = await Promise.all(servers.map((keys) => keys.createFirst(request)));
    expect(made.filter((key) => key !== undefined).length).toBe(1);
    const others = await Promise.all(servers.map((keys) => keys.list()));
    expect(others.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('two servers that revoke the same key together both do', async () => {
    const [one, other] = await Promise.all([openAt(place), openAt(place)]);
    const { id } = await one.create(request);
    const revoked = await Promise.all([one.revoke(id), other.revoke(id)]);
    expect(revoked.map((key) => key?.id)).toEqual([id, id]);
  });
});
