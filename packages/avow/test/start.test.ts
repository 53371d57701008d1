import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { auditAvow, createAvow, passphraseFile } from '../src/index.ts';
import { member } from './people.ts';
import { openMarket, place } from './place.ts';

describe('a start', () => {
  it('makes three places of one path, and reads them again', async () => {
    const folder = place();
    const options = {
      policy,
      database: join(folder, 'data', 'avow.db'),
      keys: passphraseFile(join(folder, 'keys', 'root'), { mode: 'development' }),
    };
    const first = await createAvow(options);
    const person = await member(first);
    await first.close();
    for (const file of [
      'data/avow.db',
      'data-keys/avow.db',
      'data-anchor/checkpoint',
      'keys/root',
    ]) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
    for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const { mode } = statSync(join(item.parentPath, item.name));
      expect(mode & 0o777, item.name).toBe(item.isDirectory() ? 0o700 : 0o600);
    }

    const second = await createAvow(options);
    const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
    expect(await second.act('use', question)).toMatchObject({ permitted: true });
    expect(await second.ready()).toEqual({ stores: true, sequencer: true, anchor: true });
    await second.close();
  });

  it('makes up no passphrase in production, and says what to do', async () => {
    const folder = place();
    const keys = passphraseFile(join(folder, 'root'), { mode: 'production' });
    const started = openMarket(folder, { keys });
    await expect(started).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
  });

  it('and an audit make no new salt in place of one that was lost', async () => {
    const folder = place();
    const root = join(folder, 'keys', 'root');
    const parameters = `${root}.argon2.json`;
    mkdirSync(join(folder, 'keys'), { mode: 0o700 });
    const salt = 'c2FsdCBvZiAxNiBieXRlcw==';
    // As cheap as can be: how hard a guess is made is not what this is about.
    const cheap = { algorithm: 'argon2id', salt, memory: 8, passes: 1, parallelism: 1 };
    writeFileSync(parameters, JSON.stringify(cheap));
    const keys = passphraseFile(root, { mode: 'development' });
    await (await openMarket(folder, { keys })).close();
    const [data, anchor] = [
      join(folder, 'data', 'avow.db'),
      join(folder, 'data-anchor/checkpoint'),
    ];
    const open = { keys: join(folder, 'data-keys', 'avow.db'), keyring: keys };
    expect(await auditAvow({ data, anchor, open })).toMatchObject({ ok: true });

    rmSync(parameters);
    await expect(openMarket(folder, { keys })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await expect(auditAvow({ data, anchor, open })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    expect(existsSync(parameters)).toBe(false);

    writeFileSync(parameters, JSON.stringify(cheap));
    await (await openMarket(folder, { keys })).close();
  });

  it('takes no passphrase that lies in the folder of a store', async () => {
    const folder = place();
    for (const store of ['data', 'data-keys']) {
      mkdirSync(join(folder, store));
      const file = join(folder, store, 'root');
      writeFileSync(file, 'a passphrase of some length\n');
      chmodSync(file, 0o600);
      const started = openMarket(folder, { keys: passphraseFile(file) });
      await expect(started).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    }
  });

  it('does not take another log for its own', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const { vkey } = avow.log;
    await avow.close();
    const file = join(folder, 'data-anchor', 'checkpoint.vkey');
    expect(readFileSync(file, 'utf8')).toBe(`${vkey}\n`);
    writeFileSync(file, 'market.example/avow+00000000+AAAA\n');
    await expect(openMarket(folder)).rejects.toMatchObject({
      code: 'AVOW_OPTIONS',
      field: 'anchor',
    });
  });

  it('needs a place of its own for the data, and for the anchor', async () => {
    const folder = place();
    await expect(openMarket(folder, { database: 'avow.db' })).rejects.toMatchObject({
      code: 'AVOW_OPTIONS',
      field: 'database',
    });
    const database = { data: join(folder, 'd', 'a.db'), keys: join(folder, 'k', 'a.db') };
    await expect(openMarket(folder, { database })).rejects.toMatchObject({
      code: 'AVOW_OPTIONS',
      field: 'anchor',
    });
  });
});
