import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOperators } from '../src/index.ts';
import { codeOf } from './authenticator.ts';
import { databaseOf, onPostgres, open, type Place, presenting } from './place.ts';

const unlimited = { perSecond: 1_000, burst: 1_000 };

async function staff(place?: Place) {
  const at = place ?? (await open());
  const operators = await openOperators({
    avow: at.avow,
    database: await databaseOf(at.folder, 'operators'),
    origin: 'https://harbour.example',
    cookie: 'operator_session',
    limits: { account: unlimited, caller: unlimited },
  });
  onTestFinished(() => operators.close());
  return { place: at, operators };
}

async function added(operators: Awaited<ReturnType<typeof staff>>['operators'], name = 'lan.wu') {
  const made = await operators.add({ name, role: 'legal' });
  if (!('password' in made)) throw new Error(made.outcome);
  return { name, ...made };
}

async function enrolled(operators: Awaited<ReturnType<typeof staff>>['operators']) {
  const who = await added(operators);
  const first = await operators.signIn(who);
  if (first.outcome !== 'in') throw new Error(first.outcome);
  const cookie = presenting(first.setCookie);
  const begun = await operators.secondFactor.begin({ cookie, password: who.password });
  if (begun.outcome !== 'begun') throw new Error(begun.outcome);
  const on = await operators.secondFactor.finish({ cookie, code: codeOf(begun.secret) });
  if (on.outcome !== 'in') throw new Error(on.outcome);
  return { ...who, secret: begun.secret, first: cookie, cookie: presenting(on.setCookie) };
}

describe('operators', () => {
  it('can do nothing before their second factor is on', async () => {
    const { operators } = await staff();
    const who = await added(operators);
    const first = await operators.signIn(who);
    const cookie = first.outcome === 'in' ? presenting(first.setCookie) : '';
    expect(cookie).toMatch(/^operator_session=/);
    expect(await operators.whoIs(cookie)).toEqual({ state: 'must-enrol' });
    const begun = await operators.secondFactor.begin({ cookie, password: who.password });
    const secret = begun.outcome === 'begun' ? begun.secret : '';
    const on = await operators.secondFactor.finish({ cookie, code: codeOf(secret) });
    const after = on.outcome === 'in' ? presenting(on.setCookie) : '';
    const { operator } = who;
    expect(await operators.whoIs(after)).toEqual({ state: 'in', operator, role: 'legal' });
    expect(await operators.list()).toEqual([{ operator, role: 'legal', hasSecondFactor: true }]);
  });

  it('are asked for it each time from then on', async () => {
    const { operators } = await staff();
    const who = await enrolled(operators);
    const answer = await operators.signIn(who);
    if (answer.outcome !== 'second-factor') throw new Error(answer.outcome);
    const { challenge } = answer;
    const code = codeOf(who.secret, 1);
    const proven = await operators.secondFactor.prove({ challenge, code });
    expect(proven).toMatchObject({ outcome: 'in', person: who.operator });
  });

  it('are one to a login name, however many add it at once', async () => {
    const { operators } = await staff();
    const both = await Promise.all(
      ['support', 'auditor'].map((role) =>
        operators.add({ name: 'lan.wu', role: role as 'support' }),
      ),
    );
    expect(both.filter((made) => 'password' in made)).toHaveLength(1);
    await expect(operators.add({ name: 'Lan Wu', role: 'legal' })).rejects.toThrow(RangeError);
    await expect(operators.add({ name: 'lan', role: 'owner' as 'legal' })).rejects.toThrow(
      RangeError,
    );
  });

  it('get new credentials, and lose the old ones with every session', async () => {
    const { operators } = await staff();
    const who = await enrolled(operators);
    const renewed = await operators.renew(who.name);
    expect(await operators.whoIs(who.cookie)).toBeUndefined();
    expect(await operators.signIn(who)).toEqual({ outcome: 'wrong' });
    const password = 'password' in renewed ? renewed.password : '';
    const entered = await operators.signIn({ name: who.name, password });
    const cookie = entered.outcome === 'in' ? presenting(entered.setCookie) : '';
    expect(await operators.whoIs(cookie)).toEqual({ state: 'must-enrol' });
    expect(await operators.renew('nobody')).toEqual({ outcome: 'unknown' });
  });

  it('change their password, which ends their other sessions', async () => {
    const { operators } = await staff();
    const who = await enrolled(operators);
    const { name, cookie, password } = who;
    const answer = await operators.signIn({ name, password });
    const challenge = answer.outcome === 'second-factor' ? answer.challenge : '';
    const code = codeOf(who.secret, 1);
    const other = await operators.secondFactor.prove({ challenge, code });
    const elsewhere = other.outcome === 'in' ? presenting(other.setCookie) : '';
    const next = 'tern over the quay';
    expect(await operators.changePassword({ cookie, password: 'not this one', next })).toEqual({
      outcome: 'wrong',
    });
    const changed = await operators.changePassword({ cookie, password, next });
    const now = changed.outcome === 'in' ? presenting(changed.setCookie) : '';
    expect(await operators.whoIs(now)).toMatchObject({ state: 'in' });
    expect(await operators.whoIs(elsewhere)).toBeUndefined();
    expect(await operators.whoIs(cookie)).toBeUndefined();
  });

  it('who are removed or suspended open nothing any more', async () => {
    const { operators, place } = await staff();
    const who = await enrolled(operators);
    await place.avow.subjects.suspend(who.operator);
    expect(await operators.whoIs(who.cookie)).toBeUndefined();
    await place.avow.subjects.reinstate(who.operator);
    expect(await operators.whoIs(who.cookie)).toMatchObject({ state: 'in' });
    expect(await place.avow.desk.staff.list()).toContain(who.operator);
    expect(await operators.remove(who.operator)).toEqual({ outcome: 'removed' });
    expect(await place.avow.desk.staff.list()).not.toContain(who.operator);
    expect(await operators.whoIs(who.cookie)).toBeUndefined();
    expect(await operators.signIn(who)).toEqual({ outcome: 'wrong' });
  });

  it('are nobody among people, whatever cookie they present there, and leave no name in the file', async () => {
    const { operators, place } = await staff();
    const who = await enrolled(operators);
    const value = who.cookie.slice(who.cookie.indexOf('=') + 1);
    expect(await place.accounts.whoIs(`market_session=${value}`)).toBeUndefined();
    if (onPostgres) return;
    const file = readFileSync(join(place.folder, 'data', 'operators.db'));
    const log = readFileSync(join(place.folder, 'data', 'operators.db-wal'));
    for (const bytes of [file, log]) expect(bytes.includes('lan.wu')).toBe(false);
  });
});
