import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  auditFiles,
  beginIndexRotation,
  type Keyring,
  openAnchorFile,
  openVault,
  type PersonId,
  type Vault,
} from '../../src/index.ts';
import { find, findable, keepFindable } from '../custody/finding.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { keyringOf } from '../root-key.ts';
import { newDatabase } from './database.ts';

const folder = mkdtempSync(join(tmpdir(), 'avow-custody-'));
const anchor = join(folder, 'checkpoint');
let places: { readonly data: string; readonly keys: string };

beforeAll(async () => {
  places = { data: await newDatabase(), keys: await newDatabase() };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (keyring: Keyring): Promise<Vault> =>
  openVault({
    ...places,
    keyring,
    anchor: openAnchorFile(anchor),
    origin: 'market.example/avow',
    carriesOn: false,
    findable,
  });

it('region keys are replaced beside servers that know nothing of it and go on', async () => {
  const keyring = keyringOf(randomBytes(32));
  const [office, ...servers] = [await open(keyring), await open(keyring), await open(keyring)];
  const people: PersonId[] = [];
  let isOver = false;

  async function serve(at: number): Promise<void> {
    const [own, other] = [servers[at]!, servers[1 - at]!];
    while (!isOver) {
      const person = await register(own);
      await collect(other, person, person);
      const { texts } = await show(own, await own.keysFor(person, CLASSES));
      expect(texts).toEqual([person]);
      people.push(person);
    }
  }

  const serving = [0, 1, 0, 1].map(serve);
  for (let time = 1; time <= 2; time++) {
    await office.custody.begin('region');
    // Two of them at the same, as after two starts; one may be told that the other is scrubbing.
    const both = [office, servers[0]!].map(({ custody }) => custody.resume());
    for (const done of await Promise.allSettled(both)) {
      if (done.status === 'rejected') expect(done.reason).toMatchObject({ code: 'AVOW_BUSY' });
    }
    await office.custody.resume();
    expect((await office.custody.state()).underWay).toEqual([]);
  }
  isOver = true;
  await Promise.all(serving);
  await Promise.all([office, ...servers].map((vault) => vault.close()));
  const audited = await auditFiles({
    data: places.data,
    anchor: openAnchorFile(anchor),
    vkey: office.vkey,
    open: { keys: places.keys, keyring },
  });
  expect(audited).toMatchObject({ ok: true, counts: { opened: people.length } });

  const again = await open(keyring);
  for (const person of people) {
    expect((await show(again, await again.keysFor(person, CLASSES))).texts).toEqual([person]);
  }
  await again.close();
});

it('an index key is replaced beside servers that started since, and none can start before', async () => {
  const place = { data: await newDatabase(), keys: await newDatabase() };
  const keyring = keyringOf(randomBytes(32));
  const openOne = (name: string) =>
    openVault({
      ...place,
      keyring,
      anchor: openAnchorFile(join(folder, name)),
      origin: 'market.example/avow',
      carriesOn: false,
      findable,
    });
  const first = await openOne('index');
  const people = new Map<string, PersonId>();
  for (let at = 0; at < 30; at++) {
    const values = Array.from({ length: 9 }, (_, of) => `${at} ${of}`);
    const person = await keepFindable(first, values);
    for (const value of values) people.set(value, person);
  }
  const begin = () => beginIndexRotation({ keys: place.keys, keyring });
  await expect(begin()).rejects.toMatchObject({ code: 'AVOW_LOCKED' });
  await first.close();
  expect(await begin()).toBe('now');

  const servers = [await openOne('index'), await openOne('index')] as const;
  let isOver = false;
  async function serve(own: Vault, other: Vault): Promise<void> {
    for (let at = 0; !isOver; at++) {
      const fresh = await keepFindable(own, [`${own === servers[0]} ${at}`]);
      expect(await find(other, `${own === servers[0]} ${at}`)).toEqual([fresh]);
      for (const [value, person] of people) expect(await find(own, value)).toEqual([person]);
    }
  }
  const serving = [serve(servers[0], servers[1]), serve(servers[1], servers[0])];
  await Promise.all(servers.map(({ custody }) => custody.resume()));
  isOver = true;
  await Promise.all(serving);
  for (const { custody } of servers) expect((await custody.state()).index?.stuck).toBe(0);
  await Promise.all(servers.map((vault) => vault.close()));
});
