import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, it } from 'vitest';
import { cited } from '../../avow/test/cited.ts';
import { openDatabase } from '../src/database/open.ts';
import { frontDoor } from '../src/front-door.ts';
import { folder, joined, mei, open, passwords, presenting, tokenTo } from './place.ts';

/** What must stand nowhere, as people write it and as encodings turn it. */
const seeded = [
  ...[
    mei.address,
    mei.address.toLowerCase(),
    'Mei.Lin',
    'new.example',
    '林美',
    '+86 139 0000 1111',
  ],
  ...['203.0.113.77', 'Netscape/4.08', mei.password],
];

function filesIn(place: string): Buffer[] {
  const entries = readdirSync(place, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

describe('the tables of accounts', () => {
  it('hold no address, name, network address, browser or password in clear, nor do their logs', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie } = await joined(place);
    const from = { caller: 'hashed already' };
    await accounts.signIn({ ...mei, ...from, password: 'a heron flies off' });
    const entered = await accounts.signIn({ ...mei, ...from });
    await accounts.requestReset(mei);
    await accounts.changeAddress({ cookie, password: mei.password, address: 'mei@new.example' });
    await accounts.signUp({ ...mei, address: 'waiting@new.example' });
    await accounts.settled();
    expect(place.faults).toEqual([]);
    const token = tokenTo(place, 'mei@new.example');
    const session = entered.outcome === 'in' ? presenting(entered.setCookie) : '';

    const files = filesIn(place.folder);
    expect(files.length).toBeGreaterThan(3);
    for (const value of [...seeded, token, session]) {
      const bytes = Buffer.from(value);
      const encoded = [bytes, Buffer.from(bytes.toString('base64').slice(0, -4))];
      const found = files.some((file) =>
        encoded.some((each) => each.length > 4 && file.includes(each)),
      );
      expect({ value, found }).toEqual({ value, found: false });
    }
  });

  it('take no row that says who somebody is, whatever a hook may miss', async () => {
    const at = join(folder(), 'accounts.db');
    const { close } = await openDatabase(at);
    const handle = new DatabaseSync(at);
    const columns = [
      'id',
      'name',
      'email',
      'emailVerified',
      'createdAt',
      'updatedAt',
      'person',
      'language',
    ];
    const insert = handle.prepare(
      `INSERT INTO "user" (${columns.map((name) => `"${name}"`)}) VALUES (${columns.map(() => '?')})`,
    );
    const good = `u${'0a'.repeat(24)}@id.invalid`;
    const row = (email: string, name = '-') =>
      insert.run(email, name, email, 0, '', '', email, 'en');
    row(good);
    const clear = [
      'mei@example.net',
      `u${'0a'.repeat(24)}@example.net`,
      `u${'0g'.repeat(24)}@id.invalid`,
      `u${'0a'.repeat(23)}@id.invalid`,
      `u${'0A'.repeat(24)}@id.invalid`,
    ];
    for (const email of clear) expect(() => row(email)).toThrow(/CHECK/);
    expect(() => row(`u${'0b'.repeat(24)}@id.invalid`, 'Mei')).toThrow(/CHECK/);
    const session = handle.prepare(
      `INSERT INTO "session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId", "ipAddress", "userAgent") VALUES (?, '', ?, '', '', ?, ?, ?)`,
    );
    expect(() => session.run('1', '1', good, '203.0.113.77', '')).toThrow(/CHECK/);
    expect(() => session.run('1', '1', good, '', 'Netscape/4.08')).toThrow(/CHECK/);
    handle.close();
    await close();
  });

  it('are all that better-auth looks for', async () => {
    const database = await openDatabase(join(folder(), 'accounts.db'));
    const { options } = doorOn(database);
    const plan = await getMigrations(options);
    expect([plan.toBeCreated, plan.toBeAdded, plan.toBeAddedIndexes]).toEqual([[], [], []]);
    await database.close();
  });

  it('are closed to an address in clear by the hook before they are', async () => {
    const database = await openDatabase(join(folder(), 'accounts.db'));
    const door = doorOn(database);
    const email = 'mei@example.net';
    const password = mei.password;
    const attempts = [
      () =>
        door.api.signUpEmail({
          body: { email, password, name: 'Mei', person: 'p', language: 'en' },
        }),
      () => door.api.signInEmail({ body: { email, password } }),
      () => door.api.requestPasswordReset({ body: { email } }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ body: { code: 'NO_PSEUDONYM' } });
    }
    await database.close();
  });
});

describe('the trap of better-auth', () => {
  it('that it keeps the browser and believes X-Forwarded-For is shut', async () => {
    const place = await open();
    await joined(place);
    const file = new DatabaseSync(join(place.folder, 'data', 'accounts.db'), { readOnly: true });
    const sessions = file.prepare('SELECT "ipAddress", "userAgent" FROM "session"').all();
    expect(sessions).toEqual([{ ipAddress: '', userAgent: '' }]);
    file.close();
  });

  it('that a session exists before an after-hook can refuse it is shut: none is made', async () => {
    const place = await open();
    const { person } = await joined(place);
    await place.avow.subjects.suspend(person);
    await place.accounts.signIn(mei);
    const file = new DatabaseSync(join(place.folder, 'data', 'accounts.db'), { readOnly: true });
    expect(file.prepare('SELECT count(*) AS count FROM "session"').get()).toEqual({ count: 1 });
    file.close();
  });

  it(`that passwords are hashed with scrypt is shut: argon2id, or the table refuses (${cited('6.a.2')})`, async () => {
    const place = await open();
    await joined(place);
    const file = new DatabaseSync(join(place.folder, 'data', 'accounts.db'), { readOnly: true });
    const row = file.prepare('SELECT "password" FROM "account"').get();
    expect(row?.['password']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    file.close();
  });
});

function doorOn(database: Awaited<ReturnType<typeof openDatabase>>) {
  return frontDoor({
    database,
    secret: 'x'.repeat(48),
    cookie: 'market_session',
    isSecure: true,
    passwords: passwords(),
    admit: async () => {},
    sendReset: async () => {},
  });
}
