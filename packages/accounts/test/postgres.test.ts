import { getMigrations } from 'better-auth/db/migration';
import { Pool } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newDatabase } from '../../vault/test/postgres/database.ts';
import { openDatabase } from '../src/database/open.ts';
import { frontDoor } from '../src/front-door.ts';
import { joined, mei, open, passwords } from './place.ts';

/** Looks at a database past everything that is ours. */
function looking(url: string): Pool {
  const pool = new Pool({ connectionString: url, options: '-c search_path=avow_accounts', max: 1 });
  onTestFinished(() => pool.end());
  return pool;
}

describe('accounts on PostgreSQL', () => {
  it('sign up, race and sign in as on SQLite, and leave nothing in clear', async () => {
    const database = await newDatabase();
    const place = await open({ database });
    const { accounts } = place;
    await Promise.all([accounts.signUp(mei), accounts.signUp(mei)]);
    await accounts.settled();
    const { cookie, person } = await joined(place);
    expect(place.faults).toEqual([]);
    expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'in', person });
    await accounts.changeAddress({ cookie, password: mei.password, address: 'mei@new.example' });
    await accounts.settled();

    const pool = looking(database);
    const names = ['user', 'session', 'account', 'verification', 'twoFactor'];
    const dumps = names.map((name) => pool.query(`SELECT t::text AS row FROM "${name}" t`));
    const all = (await Promise.all(dumps)).flatMap(({ rows }) => rows.map(({ row }) => row));
    expect(all.length).toBeGreaterThan(3);
    for (const value of ['mei.lin@', 'new.example', '林美', '0000 1111', mei.password]) {
      expect({ value, found: all.join('\n').toLowerCase().includes(value) }).toEqual({
        value,
        found: false,
      });
    }
  });

  it('of two who confirm, reset or use a link at once let one', async () => {
    const place = await open({ database: await newDatabase() });
    const { accounts, inbox } = place;
    await joined(place);
    await accounts.requestReset(mei);
    await accounts.settled();
    const link = /https:\S+/.exec(inbox.received[0]?.text ?? '')?.[0] ?? '';
    const token = new URL(link).searchParams.get('token') ?? '';
    const outcomes = await Promise.all(
      ['the first of two', 'the second of two'].map((password) =>
        accounts.reset({ token, password }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'expired']);
  });

  it('have tables that several processes may make at once, and that better-auth finds whole', async () => {
    const url = await newDatabase();
    const all = await Promise.all([1, 2, 3].map(() => openDatabase(url)));
    onTestFinished(async () => {
      for (const { close } of all) await close();
    });
    const [database] = all;
    if (database === undefined) throw new Error('none');
    const { options } = frontDoor({
      database,
      secret: 'x'.repeat(48),
      cookie: 'market_session',
      isSecure: true,
      passwords: passwords(),
      admit: async () => {},
    });
    const plan = await getMigrations(options);
    expect([plan.toBeCreated, plan.toBeAdded, plan.toBeAddedIndexes]).toEqual([[], [], []]);
  });

  it('take no row that says who somebody is', async () => {
    const url = await newDatabase();
    const { close } = await openDatabase(url);
    onTestFinished(close);
    const pool = looking(url);
    const row = (email: string, name = '-') =>
      pool.query(
        `INSERT INTO "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "person", "language")
         VALUES ($1, $2, $1, false, now(), now(), $1, 'en')`,
        [email, name],
      );
    await row(`u${'0a'.repeat(24)}@id.invalid`);
    const clear = [
      'mei@example.net',
      `u${'0a'.repeat(24)}@example.net`,
      `u${'0A'.repeat(24)}@id.invalid`,
    ];
    for (const email of clear) await expect(row(email)).rejects.toMatchObject({ code: '23514' });
    const named = row(`u${'0b'.repeat(24)}@id.invalid`, 'Mei');
    await expect(named).rejects.toMatchObject({ code: '23514' });
  });
});
