import { type ChildProcess, spawn } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { policy } from '@avow/policy-market';
import { type Clock, openAnchorFile, openVault } from '@avow/vault';
import { describe, expect, it, onTestFinished } from 'vitest';
import { carryOut } from '../../src/create.ts';
import type { PersonId } from '../../src/index.ts';
import { cited, permittedBy } from '../cited.ts';
import { mailServer } from '../mail-server.ts';
import { reader, wayTo } from '../notified.ts';
import { historyOf } from '../people.ts';
import {
  DAY,
  handClock,
  keyring,
  type Market,
  market,
  openMarket,
  place,
  storesOf,
} from '../place.ts';
import { longer, summary, withoutComments } from '../versions.ts';

const channels = ['page', 'centre', 'mail', 'banner'] as const;

const announce = (avow: Market, now: number, days = 31) =>
  avow.policy.announce({ policy: longer('visit'), summary, channels, from: now + days * DAY });

async function mailIn(avow: Market) {
  const [progress] = await avow.notices.progress();
  return progress?.mail;
}

const everybodyTold = { waiting: 0, unreachable: 0, failed: 0, refused: {}, uncertain: 0 };

/** Opens several at once on one deployment, as processes do on a database that they share. */
async function severalOn(clock: Clock) {
  const folder = place();
  const stores = await storesOf(folder);
  const anchor = openAnchorFile(join(folder, 'anchor', 'checkpoint'));
  const { database } = stores;
  const [data, keys] =
    typeof database === 'string'
      ? [database, join(folder, 'keys', 'keys.db')]
      : [database.data, database.keys];
  const vault = await openVault({ data, keys, keyring, anchor, origin: 'm.example/log', clock });
  onTestFinished(() => vault.close());
  return (notices: never) => carryOut(vault, { policy, anchor, clock, notices }) as Promise<Market>;
}

describe(cited('7.b.2'), () => {
  it('promises no mail where there is no way to send it, and says what to do', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    await expect(announce(avow, clock.now())).rejects.toMatchObject({
      code: 'AVOW_INPUT',
      field: 'channels',
      message: expect.stringContaining('give createAvow `notices`, or leave mail out'),
    });
    expect(await avow.policy.announcements()).toEqual([]);
  });

  it('writes to everybody who has accepted, once each, in their language, with the way out', async () => {
    const { port, taken, letters } = await mailServer();
    const clock = handClock();
    const avow = await market({ clock, notices: wayTo(port) as never });
    const mei = await reader(avow, 'mei@example.net');
    await reader(avow, 'wen@example.net', 'zh-CN');
    const silent = await reader(avow);
    await reader(avow, 'old@gone.example');
    const gone = await reader(avow, 'left@example.net');
    await avow.agreement.terminate({ person: gone });
    await avow.subjects.create({ country: 'CN' });
    const { version } = await announce(avow, clock.now());

    await avow.notices.send();
    await avow.notices.send();
    expect(taken.toSorted()).toEqual(['mei@example.net', 'wen@example.net']);
    const english = letters.find((letter) => letter.includes('mei@example.net')) ?? '';
    expect(english).toContain(summary.en);
    expect(english.replaceAll('=\n', '')).toContain('harbour.example/mine/leave');
    expect(await avow.notices.progress()).toMatchObject([
      {
        ...{ version, revision: 1, about: 'announced', isOverdue: false },
        mail: { ...everybodyTold, told: 2, unreachable: 1, failed: 1 },
        centre: { shown: 0 },
      },
    ]);
    // Each message is one decision about one person, and they find it in their history.
    const told = (await historyOf(avow, mei)).map(({ what }) =>
      what.kind === 'decision' ? [what.action, what.purpose] : [what.evidence, what.state],
    );
    expect(told).toContainEqual(['message', 'notice']);
    expect(told).toContainEqual(['notice', 'sent']);
    expect(told.filter(([action]) => action === 'message')).toHaveLength(1);
    // Who has no address is told in the centre.
    expect(await avow.notices.of(silent)).toMatchObject([{ version, shown: undefined }]);
  });

  it('leads to a page for comments where the policy takes any, and to none where not', async () => {
    const { port, letters } = await mailServer();
    const clock = handClock();
    for (const under of [policy, withoutComments()]) {
      const avow = await market({ clock, policy: under, notices: wayTo(port) as never });
      await reader(avow, 'mei@example.net');
      const from = clock.now() + 31 * DAY;
      await avow.policy.announce({ policy: longer('visit'), summary, channels, from });
      await avow.notices.send();
    }
    const read = letters.map((letter) => letter.replaceAll('=\n', ''));
    expect(read.map((letter) => letter.includes('/mine/comments'))).toEqual([true, false]);
    for (const letter of read) expect(letter).toContain('/mine/change');
  });

  it('records in the centre that a notice was shown, when it was', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await reader(avow);
    const [first, from] = [clock.now(), clock.now() + 31 * DAY];
    const what = { policy: longer('visit'), summary, channels: ['centre'] as const, from };
    const { version } = await avow.policy.announce(what);
    clock.pass(DAY);
    const shown = { person, version, revision: 1 };
    expect(await avow.notices.shown(shown)).toMatchObject({ at: first + DAY });
    clock.pass(DAY);
    expect(await avow.notices.shown(shown)).toMatchObject({ at: first + DAY });
    expect(await avow.notices.of(person)).toMatchObject([{ version, shown: first + DAY }]);
    expect(await avow.notices.progress()).toMatchObject([{ centre: { shown: 1 } }]);
    await expect(avow.notices.shown({ ...shown, revision: 2 })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    const { person: visitor } = await avow.subjects.create({ country: 'CN' });
    expect(await avow.notices.of(visitor)).toEqual([]);
    await avow.changes.accept({ person, version, language: 'en' });
    expect(await avow.notices.of(person)).toEqual([]);
  });

  it('comes again later where the mail server says not now, and shows what is overdue', async () => {
    let isBusy = true;
    const { port, taken } = await mailServer({ isBusy: () => isBusy });
    const clock = handClock();
    const avow = await market({ clock, notices: wayTo(port) as never });
    for (let at = 0; at < 5; at += 1) await reader(avow, `p${at}@example.net`);
    await announce(avow, clock.now());
    // Three in a row are enough to leave it alone.
    expect(await avow.notices.send()).toBe(3);
    expect(await mailIn(avow)).toMatchObject({ told: 0, waiting: 5 });
    clock.pass(30 * DAY);
    expect(await avow.notices.progress()).toMatchObject([{ isOverdue: true }]);
    const told = async () => (await avow.measures()).find(({ id }) => id === 'told');
    expect(await told()).toMatchObject({ state: 'failed', sentences: ['7.b.2'] });
    const figures = await avow.figures();
    const figure = (name: string) => figures.find((one) => one.name === name)?.samples;
    expect(figure('avow.notices.overdue')).toEqual([{ attributes: {}, value: 1 }]);
    expect(figure('avow.notices')).toContainEqual({
      attributes: { 'avow.state': 'waiting' },
      value: 5,
    });
    isBusy = false;
    expect(await avow.notices.send()).toBe(5);
    expect(new Set(taken).size).toBe(5);
    expect(await told()).toMatchObject({ state: 'held' });
  });

  it('sends no more at a time than a minute allows', async () => {
    const { port, taken } = await mailServer();
    const clock = handClock();
    const avow = await market({ clock, notices: wayTo(port, 2) as never });
    for (let at = 0; at < 5; at += 1) await reader(avow, `p${at}@example.net`);
    await announce(avow, clock.now());
    expect([await avow.notices.send(), taken.length]).toEqual([2, 2]);
    expect([await avow.notices.send(), taken.length]).toEqual([2, 4]);
    expect([await avow.notices.send(), taken.length]).toEqual([1, 5]);
  });

  it('tells of a later date everybody, and of a withdrawal only those who were told', async () => {
    const { port, taken, letters } = await mailServer();
    const clock = handClock();
    const avow = await market({ clock, notices: wayTo(port) as never });
    const mei = await reader(avow, 'mei@example.net');
    const { version, from } = await announce(avow, clock.now());
    await avow.notices.send();
    await expect(avow.policy.postpone({ version, from: from - DAY })).rejects.toMatchObject({
      code: 'AVOW_INPUT',
      field: 'from',
    });
    const later = await avow.policy.postpone({ version, from: from + 9 * DAY });
    expect(later).toMatchObject({ from: from + 9 * DAY, postponed: true, state: 'coming' });
    await avow.notices.send();
    expect(taken).toEqual(['mei@example.net', 'mei@example.net']);
    expect(letters[1]).toContain('put off');
    expect(await avow.changes.asked(mei)).toMatchObject({ from: from + 9 * DAY });
    clock.pass(31 * DAY);
    expect((await avow.policy.inForce()).digest).not.toBe(version);

    const wen = await reader(avow, 'wen@example.net');
    await avow.policy.withdraw({ version });
    await avow.notices.send();
    expect(taken).toEqual(['mei@example.net', 'mei@example.net', 'mei@example.net']);
    expect(letters[2]).toContain('after all');
    expect(await avow.notices.of(mei)).toMatchObject([{ version, about: 'withdrawn' }]);
    expect(await avow.notices.of(wen)).toEqual([]);
  });

  it('is sent by one of two who send the same at once', async () => {
    const { port, taken } = await mailServer();
    const clock = handClock();
    const open = await severalOn(clock);
    const way = wayTo(port) as never;
    const [one, other] = [await open(way), await open(way)];
    const people: PersonId[] = [];
    for (let at = 0; at < 20; at += 1) people.push(await reader(one, `p${at}@example.net`));
    await announce(one, clock.now());
    const [erased] = await Promise.all([
      one.erase({ person: people[10]! }),
      one.notices.send(),
      other.notices.send(),
    ]);
    permittedBy(erased, 'S.4.1');
    expect(taken.length).toBe(new Set(taken).size);
    expect(taken.length).toBeGreaterThanOrEqual(19);
    expect(await mailIn(one)).toMatchObject({ ...everybodyTold, told: 19 });
  });

  it('says of whom nobody knows whether they were told, and tells them again only if asked to', async () => {
    const { port, taken } = await mailServer();
    const clock = handClock();
    const open = await severalOn(clock);
    // A process that hands a message over and never hears of it again.
    const handed = Promise.withResolvers<void>();
    const send = () => {
      handed.resolve();
      return new Promise<void>(() => undefined);
    };
    const lost = await open({ ...wayTo(port), mail: { send, close: () => undefined } } as never);
    await reader(lost, 'mei@example.net');
    const { version } = await announce(lost, clock.now());
    void lost.notices.send();
    await handed.promise;

    const avow = await open(wayTo(port) as never);
    expect(await mailIn(avow)).toMatchObject({ told: 0, waiting: 1, uncertain: 0 });
    clock.pass(15 * 60_000);
    expect(await avow.notices.send()).toBe(0);
    expect(await mailIn(avow)).toMatchObject({ told: 0, waiting: 0, uncertain: 1 });
    expect(await avow.notices.retry({ version })).toEqual({ count: 0 });
    expect(await avow.notices.retry({ version, evenUncertain: true })).toEqual({ count: 1 });
    await avow.notices.send();
    expect(taken).toEqual(['mei@example.net']);
    expect(await mailIn(avow)).toMatchObject({ ...everybodyTold, told: 1 });
  });

  it('goes on with exactly the rest after it was killed half way', async () => {
    let child: ChildProcess | undefined;
    const half = 100;
    const { port, taken } = await mailServer({
      // Taken by the server, and the process is gone before it hears of it.
      onTaken: (count) => void (count === half && child?.kill('SIGKILL')),
    });
    const folder = place();
    const stores = await storesOf(folder);
    const root = randomBytes(32);
    const keys = { rootKey: async () => createSecretKey(root), source: 'this test' };
    const avow = await openMarket(folder, { keys, notices: wayTo(port) as never });
    const everybody = Array.from({ length: 2 * half }, (_, at) => `p${at}@example.net`);
    await Promise.all(everybody.map((email) => reader(avow, email)));
    await announce(avow, Date.now());
    await avow.close();

    const program = join(import.meta.dirname, '..', 'notifier.ts');
    const given = [JSON.stringify(stores), root.toString('hex'), String(port)];
    const start = () => spawn(process.execPath, [program, ...given]);
    child = start();
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([signal, taken.length]).toEqual(['SIGKILL', half]);

    const again = start();
    const [said, faults] = await Promise.all([text(again.stdout), text(again.stderr)]);
    expect(faults).toBe('');
    // Nobody twice, nobody left out; and of the one in between it is said that nobody knows.
    expect(taken.toSorted()).toEqual(everybody.toSorted());
    expect(JSON.parse(said)).toMatchObject({ told: 2 * half - 1, waiting: 1, failed: 0 });
  }, 60_000);
});
