import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Schema, systemClock } from '@avow/vault';
import { expect, it, onTestFinished } from 'vitest';
import { newDatabase } from '../../../vault/test/postgres/database.ts';
import { migrateKeys } from '../../src/keys/place.ts';
import { openDoor } from '../../src/keys/store.ts';

/** The store as the first program made it. */
const form1: Schema = {
  name: 'avow/api-keys',
  version: 1,
  tables: [
    {
      name: 'api_key',
      columns: [
        { name: 'id', type: 'text' },
        { name: 'label', type: 'text' },
        { name: 'scopes', type: 'text' },
        { name: 'digest', type: 'blob' },
        { name: 'created', type: 'integer' },
        { name: 'expires', type: 'integer', nullable: true },
        { name: 'revoked', type: 'integer', nullable: true },
        { name: 'once', type: 'text', nullable: true },
        { name: 'request', type: 'blob', nullable: true },
      ],
      key: ['id'],
      indexes: [{ name: 'once', columns: ['once'] }],
      audited: false,
      changing: ['revoked'],
    },
  ],
};

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avow-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'keys.db');
}

it.each([
  ['SQLite', newFile],
  ['PostgreSQL', newDatabase],
] as const)(
  'a store of form 1 on %s is of today once it is migrated, beside an old program',
  async (engine, newPlace) => {
    const place = await newPlace();
    const old = () => openStore(place, form1, { clock: systemClock, namespace: 'avow_server' });
    const running = await old();
    await expect(openDoor(place)).rejects.toMatchObject({
      code: engine === 'SQLite' ? 'AVOW_LOCKED' : 'AVOW_SCHEMA',
    });
    expect(await migrateKeys(place)).toMatchObject({ store: 'server', from: 1, to: 2 });
    expect(await migrateKeys(place)).toMatchObject({ from: 2, to: 2, migrations: [] });
    expect(await running.read([{ table: 'api_key', by: 'key', equals: [], limit: 1 }])).toEqual([
      [],
    ]);
    await running.close();
    const { keys, tokens } = await openDoor(place);
    const assertion = { party: 'carrier', kid: 'k', jti: '1', expires: Date.now() + 60_000 };
    const token = await tokens.issue(assertion);
    expect(await tokens.issue(assertion)).toBeUndefined();
    expect(await tokens.verify(token ?? '')).toEqual({ party: 'carrier', kid: 'k' });
    await keys.close();
    await (await old()).close();
  },
);

it('there is nothing to migrate where no server has started yet', async () => {
  expect(await migrateKeys(await newDatabase())).toBeUndefined();
});

it('tokens and assertions past their time go with what is made next', async () => {
  const now = { at: 1_000_000 };
  const { keys, tokens } = await openDoor(newFile(), { now: () => now.at });
  onTestFinished(() => keys.close());
  const issue = (jti: string) =>
    tokens.issue({ party: 'carrier', kid: 'k', jti, expires: now.at + 60_000 });
  const first = await issue('1');
  now.at += 299_999;
  expect(await tokens.verify(first ?? '')).toBeDefined();
  now.at += 1;
  expect(await tokens.verify(first ?? '')).toBeUndefined();
  expect(await issue('2')).toBeDefined();
  // Its number is free again: nothing of the first is left.
  expect(await issue('1')).toBeDefined();
});
