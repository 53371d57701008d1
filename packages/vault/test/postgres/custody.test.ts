import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  auditFiles,
  type Keyring,
  openAnchorFile,
  openVault,
  type PersonId,
  type Vault,
} from '../../src/index.ts';
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
