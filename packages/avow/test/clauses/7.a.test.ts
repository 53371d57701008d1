import { once } from 'node:events';
import type { Policy } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { DAY, handClock, type Market, market, onPostgres, openMarket, place } from '../place.ts';
import {
  announced,
  changed,
  channels,
  longer,
  renamed,
  reworded,
  summary,
  withFax,
} from '../versions.ts';

/** The policy with every rule of one sentence taken back. */
function without(id: string): Policy<MarketWords> {
  return changed(({ clauses }) => {
    const sentence = clauses.flatMap(({ sentences }) => sentences).find((s) => String(s.id) === id);
    if (!sentence) throw new Error('no such sentence');
    sentence.backings = [{ kind: 'information' }];
  });
}

/** The policy with all it promises, and not one prohibition. */
function unguarded(): Policy<MarketWords> {
  return changed(({ clauses }) => {
    for (const sentence of clauses.flatMap(({ sentences }) => sentences)) {
      sentence.backings = sentence.backings.filter(({ kind }) => kind !== 'forbid');
    }
  });
}

/** The version that does not decide although the program began with it, and how many the figures tell. */
async function setAsideIn(avow: Market) {
  const figure = (await avow.figures()).find(({ name }) => name === 'avow.policy.set_aside');
  return [avow.policy.setAside(), figure?.samples[0]?.value];
}

const question = { purpose: 'account', categories: ['contact.name'] } as const;

describe(cited('7.a.1'), () => {
  it('decides by the new version from the moment it is published', async () => {
    const avow = await market();
    const person = await member(avow);
    const old = avow.policy.current();
    const before = await avow.act('use', { person, ...question });
    permittedBy(before, '2.c.1');

    const published = await avow.policy.publish(without('2.c.1'));
    expect(avow.policy.current()).toMatchObject({ digest: published.digest, state: 'in-force' });
    refusedBy(await avow.act('use', { person, ...question }), 'P.1');

    const versions = await avow.policy.list();
    expect(versions.map(({ digest, state }) => [digest, state])).toEqual([
      [published.digest, 'in-force'],
      [old.digest, 'archived'],
    ]);
    // What was decided before is told in the words of its day.
    const told = { entry: before.entry, language: 'en', audience: 'person' } as const;
    expect(await avow.explain(told)).toMatchObject({
      permitted: true,
      sentence: { id: '2.c.1' },
    });
  });

  it('refuses a version that breaks its own promise, and goes on by the one before', async () => {
    const avow = await market();
    const { digest } = avow.policy.current();
    const careless = unguarded();
    await expect(avow.policy.publish(careless)).rejects.toMatchObject({
      code: 'AVOW_UNFIT',
      field: 'policy',
    });
    expect(avow.policy.current().digest).toBe(digest);
    await expect(openMarket(place(), { policy: careless })).rejects.toMatchObject({
      code: 'AVOW_UNFIT',
    });
  });

  it('puts the policy that a program starts with in force, once', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { digest } = first.policy.current();
    await first.close();

    const second = await openMarket(folder);
    expect(second.policy.current().digest).toBe(digest);
    expect(await second.policy.list()).toHaveLength(1);
    await second.close();

    const third = await openMarket(folder, { policy: without('2.c.1') });
    expect(third.policy.current().digest).not.toBe(digest);
    expect(await third.policy.list()).toHaveLength(2);
    await third.close();
  });

  it('goes by the newest when a program of an older one is started again, and says so', async () => {
    const folder = place();
    await (await openMarket(folder)).close();
    const newer = await openMarket(folder, { policy: without('2.c.1') });
    const { digest } = newer.policy.current();
    expect(await setAsideIn(newer)).toEqual([undefined, 0]);
    await newer.close();

    const warned = once(process, 'warning');
    const older = await openMarket(folder);
    expect((await warned)[0]).toMatchObject({ code: 'AVOW_POLICY_REPLACED' });
    expect(older.policy.current().digest).toBe(digest);
    const states = (await older.policy.list()).map(({ state }) => state);
    expect(states).toEqual(['in-force', 'archived']);

    const [replaced, figure] = await setAsideIn(older);
    expect(figure).toBe(1);
    const back = await older.policy.publish(policy);
    expect(back.digest).toBe(replaced);
    expect(await setAsideIn(older)).toEqual([undefined, 0]);
    await older.close();
  });

  it('announces nothing without a summary in each language, a date to come, and channels', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const whole = { policy: reworded(), summary, channels, from: clock.now() + DAY };
    const refused = [
      [{ summary: { en: 'Only in English' } }, 'summary.zh-CN'],
      [{ summary: { ...summary, en: '' } }, 'summary.en'],
      [{ summary: { ...summary, fr: 'Autre' } }, 'summary'],
      [{ channels: [] }, 'channels'],
      [{ channels: ['pigeon'] }, 'channels'],
      [{ from: clock.now() - 1 }, 'from'],
      [{ from: undefined }, 'from'],
    ] as const;
    for (const [wrong, field] of refused) {
      const announcing = avow.policy.announce({ ...whole, ...wrong } as typeof whole);
      await expect(announcing).rejects.toMatchObject({ code: 'AVOW_INPUT', field });
    }
    expect(await avow.policy.announcements()).toEqual([]);
    expect(await avow.policy.announce(whole)).toMatchObject({
      summary,
      channels: ['page', 'centre', 'banner'],
      major: false,
      state: 'coming',
    });
    const other = announced(avow, longer('visit'), clock.now());
    await expect(other).rejects.toMatchObject({ code: 'AVOW_STATE' });
  });

  it('computes for each version how it differs, in sentences of every language', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const draft = await avow.policy.draft(longer('visit'));
    expect(draft.difference.major).toBe(true);
    expect(draft.difference.because.map(({ words }) => words['en'])).toContainEqual(
      expect.stringMatching(/IP address/),
    );
    expect(draft.difference.because.map(({ words }) => words['zh-CN'])).toContainEqual(
      expect.stringMatching(/IP地址/),
    );
    expect(await avow.policy.announcements()).toEqual([]);

    const { version, before } = await announced(avow, longer('visit'), clock.now());
    expect(await avow.policy.difference(version)).toEqual(draft.difference);
    expect((await avow.policy.difference(before, version))?.major).toBe(false);
    expect(await avow.policy.difference(before)).toBeUndefined();
  });

  it('decides by an announced version from its date on, by the date alone', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const old = avow.policy.current();
    const { version } = await announced(avow, without('2.c.1'), clock.now(), 2);
    clock.pass(2 * DAY - 1);
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
    expect((await avow.policy.inForce()).digest).toBe(old.digest);
    clock.pass(1);
    const asked = Array.from({ length: 8 }, () => avow.act('use', { person, ...question }));
    for (const decided of await Promise.all(asked)) refusedBy(decided, 'P.1');
    expect(avow.policy.current().digest).toBe(version);

    const states = async () =>
      (await avow.policy.list()).map(({ digest, state }) => [digest, state]);
    const expected = [
      [version, 'in-force'],
      [old.digest, 'archived'],
    ];
    expect(await states()).toEqual(expected);
    await avow.sweep();
    expect(await states()).toEqual(expected);
    expect(await avow.policy.announcements()).toMatchObject([{ version, state: 'in-force' }]);
  });

  it('keeps an announcement and its date over a restart, whatever policy the program brings', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const old = first.policy.current().digest;
    const { version } = await announced(first, without('2.c.1'), clock.now(), 2);
    await first.close();

    const second = await openMarket(folder, { clock, policy: without('2.c.1') });
    expect(second.policy.current().digest).toBe(old);
    await second.close();

    clock.pass(2 * DAY);
    const third = await openMarket(folder, { clock });
    expect(third.policy.current().digest).toBe(version);
    await third.close();
  });

  it.runIf(onPostgres)('comes into force for two processes at the same moment', async () => {
    const clock = handClock();
    const folder = place();
    const here = await openMarket(folder, { clock });
    const there = await openMarket(folder, { clock });
    const person = await member(here);
    const { version } = await announced(here, without('2.c.1'), clock.now(), 2);
    permittedBy(await there.act('use', { person, ...question }), '2.c.1');
    clock.pass(2 * DAY);
    const both = await Promise.all(
      [here, there].map((avow) => avow.act('use', { person, ...question })),
    );
    for (const decided of both) refusedBy(decided, 'P.1');
    for (const avow of [here, there]) expect(avow.policy.current().digest).toBe(version);
    await Promise.all([here.close(), there.close()]);
  });

  it('takes back what was announced, before its date and not after', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const old = avow.policy.current().digest;
    const { version } = await announced(avow, longer('visit'), clock.now());
    expect(await avow.policy.withdraw({ version })).toMatchObject({ version, state: 'withdrawn' });
    await expect(avow.policy.withdraw({ version })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    clock.pass(31 * DAY);
    expect((await avow.policy.inForce()).digest).toBe(old);

    await announced(avow, longer('visit'), clock.now());
    clock.pass(30 * DAY);
    await expect(avow.policy.withdraw({ version })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    expect((await avow.policy.inForce()).digest).toBe(version);
  });

  it('is either announced or taken back, whoever is quicker', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { version } = await announced(avow, longer('visit'), clock.now());
    const outcomes = await Promise.allSettled([
      avow.policy.withdraw({ version }),
      avow.policy.withdraw({ version }),
      announced(avow, reworded(), clock.now()),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
    const coming = (await avow.policy.announcements()).filter(({ state }) => state === 'coming');
    expect(coming).toHaveLength(outcomes[2]?.status === 'fulfilled' ? 1 : 0);
  });

  it('publishes no version that drops a category while something of it is stored', async () => {
    const clock = handClock();
    const avow = await market({ clock, policy: withFax() });
    const person = await member(avow);
    const fields = { 'contact.fax': '+86 1' } as object;
    const fax = () => avow.collect({ person, purpose: 'account', fields });
    permittedBy(await fax(), '1.a.1');

    expect((await avow.policy.draft(policy)).stored).toEqual({ 'contact.fax': 1 });
    await expect(announced(avow, policy, clock.now())).rejects.toMatchObject({
      code: 'AVOW_STORED',
      message: expect.stringContaining('contact.fax (1)'),
    });
    await expect(avow.policy.publish(policy)).rejects.toMatchObject({ code: 'AVOW_UNANNOUNCED' });

    permittedBy(await avow.erase({ person }), 'S.4.1');
    const other = await member(avow, 'Wen');
    await announced(avow, policy, clock.now());
    // From the announcement on nothing comes into it, so that by the date there is nothing.
    const late = avow.collect({ person: other, purpose: 'account', fields });
    await expect(late).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'contact.fax' });
    clock.pass(30 * DAY);
    await avow.policy.inForce();
    expect(avow.policy.current().policy.vocabulary.categories).not.toHaveProperty('contact.fax');
  });

  it('publishes no version that drops a retention class or a region in use', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const elsewhere = renamed('regions', 'home', 'elsewhere');
    expect((await avow.policy.draft(elsewhere)).stored).toEqual({ home: 1 });
    await expect(announced(avow, elsewhere, clock.now())).rejects.toMatchObject({
      code: 'AVOW_STORED',
      message: expect.stringContaining('home (1)'),
    });
    const membership = renamed('retentions', 'account', 'membership');
    await expect(announced(avow, membership, clock.now())).rejects.toMatchObject({
      code: 'AVOW_STORED',
      message: expect.stringContaining('account (4)'),
    });
    await expect(avow.policy.publish(membership)).rejects.toMatchObject({
      code: 'AVOW_UNANNOUNCED',
    });

    const other = renamed('retentions', 'comment', 'remark');
    const { version } = await announced(avow, other, clock.now());
    // From the announcement on nothing is kept under it, so that by the date there is nothing.
    const late = avow.comments.add({ person, version, text: 'No.' });
    await expect(late).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'comment' });
  });
});
