import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { engageShop, member, shop } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';
import { announced, longer, reworded } from '../versions.ts';

const question = { purpose: 'account', categories: ['contact.name'] } as const;

/** A permission to a partner: about one category, for its marketing. */
const allow = (avow: Market, person: PersonId, category: 'contact.phone' | 'interest') =>
  avow.consents.give({
    ...{ person, party: shop, action: 'share', language: 'en' },
    purposes: ['marketing.partner'],
    categories: [category],
  });

describe(cited('7.b.2'), () => {
  it('refuses a major change at once, and with less than thirty days', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { digest } = avow.policy.current();
    await expect(avow.policy.publish(longer('visit'))).rejects.toMatchObject({
      code: 'AVOW_UNANNOUNCED',
    });
    await expect(announced(avow, longer('visit'), clock.now(), 29)).rejects.toMatchObject({
      code: 'AVOW_INPUT',
      field: 'from',
    });
    expect(await avow.changes.asked(person)).toBeUndefined();
    expect((await avow.policy.inForce()).digest).toBe(digest);
    expect(await announced(avow, longer('visit'), clock.now())).toMatchObject({ major: true });
  });

  it('is not got round by starting a program with another policy', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { digest } = first.policy.current();
    await member(first);
    await first.close();
    const second = await openMarket(folder, { policy: longer('visit') });
    expect(second.policy.current().digest).toBe(digest);
    await second.close();
  });

  it('lets a person leave, and then asks them nothing', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await announced(avow, longer('visit'), clock.now());
    await avow.agreement.terminate({ person });
    expect(await avow.changes.asked(person)).toBeUndefined();
    permittedBy(await avow.export({ person }), 'S.2.1');
    permittedBy(await avow.erase({ person }), 'S.4.1');
  });
});

describe(cited('7.b.3'), () => {
  it('asks nobody about a change of words', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await avow.policy.publish(reworded());
    expect(await avow.changes.asked(person)).toBeUndefined();
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
  });

  it('asks whoever accepted before, about nothing but the difference', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { person: visitor } = await avow.subjects.create({ country: 'CN' });
    const { version, from } = await announced(avow, longer('visit'), clock.now());
    const asked = await avow.changes.asked(person);
    expect(asked).toMatchObject({
      ...{ version, from, isInForce: false, acceptance: true, choices: [], later: false },
    });
    expect(asked?.difference).toEqual(await avow.policy.difference(version));
    expect(asked?.difference.because.every(({ kind }) => kind === 'retention-longer')).toBe(true);
    expect(await avow.changes.asked(visitor)).toBeUndefined();
  });

  it('takes an acceptance ahead of the date, and asks no more', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { version } = await announced(avow, longer('visit'), clock.now());
    const accepted = await avow.changes.accept({ person, version, language: 'zh-CN' });
    expect(accepted.bound).toMatchObject({ policy: version, language: 'zh-CN' });
    expect(await avow.changes.asked(person)).toBeUndefined();
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
    clock.pass(30 * DAY);
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
    expect(await avow.changes.asked(person)).toBeUndefined();
    const again = avow.changes.accept({ person, version, language: 'zh-CN' });
    await expect(again).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'version' });
  });

  it('waits until the date for whoever answers later; then nothing rests on the old acceptance', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const person = await member(first);
    const { version, from } = await announced(first, longer('visit'), clock.now());
    expect(await first.changes.later({ person, version })).toMatchObject({ until: from });
    expect(await first.changes.asked(person)).toMatchObject({ later: true });
    await first.close();

    const avow = await openMarket(folder, { clock });
    clock.pass(30 * DAY - 1);
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
    clock.pass(1);
    refusedBy(await avow.act('use', { person, ...question }), 'P.1');
    // What is granted whatever was accepted stays: to read, to take along, to leave.
    permittedBy(await avow.export({ person }), 'S.2.1');
    expect(await avow.changes.asked(person)).toMatchObject({ isInForce: true, later: false });
    const late = avow.changes.later({ person, version });
    await expect(late).rejects.toMatchObject({ code: 'AVOW_STATE' });
    await avow.changes.accept({ person, version, language: 'en' });
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
    await avow.close();
  });

  it('takes an answer at the very moment of the date before it or after it, and nothing in between', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const people = await Promise.all(['Mei', 'Wen', 'Lan', 'Bo'].map((name) => member(avow, name)));
    const { version, from } = await announced(avow, longer('visit'), clock.now());
    const answers = people.map((person) => avow.changes.later({ person, version }));
    clock.pass(30 * DAY);
    const uses = people.map((person) => avow.act('use', { person, ...question }));
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'fulfilled') expect(answer.value).toMatchObject({ until: from });
      else expect(answer.reason).toMatchObject({ code: 'AVOW_STATE' });
    }
    for (const used of await Promise.all(uses)) refusedBy(used, 'P.1');
    for (const person of people) {
      expect(await avow.changes.asked(person)).toMatchObject({ isInForce: true, later: false });
    }
  });

  it('asks again only the permissions that speak of what changes; the others stay', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await engageShop(avow);
    const touched = await allow(avow, person, 'interest');
    const other = await allow(avow, person, 'contact.phone');
    const { version } = await announced(avow, longer('interest'), clock.now());
    const asked = await avow.changes.asked(person);
    expect(asked?.choices.map(({ consent }) => consent)).toEqual([touched.consent]);
    const renewing = { person, version, language: 'en' } as const;
    await expect(
      avow.changes.accept({ ...renewing, renew: [other.consent] }),
    ).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'renew' });

    const { renewed } = await avow.changes.accept({ ...renewing, renew: [touched.consent] });
    const standing = (await avow.consents.list(person)).map(({ consent }) => consent);
    expect(standing.toSorted()).toEqual([...renewed, other.consent].sort());
    clock.pass(30 * DAY);
    expect(await avow.changes.asked(person)).toBeUndefined();
  });

  it('counts no permission that was asked about and not given again', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await engageShop(avow);
    await allow(avow, person, 'contact.phone');
    const share = () =>
      avow.preview('share', {
        ...{ person, purpose: 'marketing.partner', categories: ['contact.phone'] as const },
        to: { party: shop },
      });
    expect(await share()).toMatchObject({ permitted: true });
    const { version } = await announced(avow, longer('account'), clock.now());
    await avow.changes.accept({ person, version, language: 'en' });
    expect(await share()).toMatchObject({ permitted: true });
    clock.pass(30 * DAY);
    expect(await share()).toMatchObject({ permitted: false });
    await allow(avow, person, 'contact.phone');
    expect(await share()).toMatchObject({ permitted: true });
  });

  it('asks nobody any more once the announcement is taken back, whoever is quicker', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    const { version } = await announced(avow, longer('visit'), clock.now());
    const [answered] = await Promise.allSettled([
      avow.changes.accept({ person, version, language: 'en' }),
      avow.policy.withdraw({ version }),
    ]);
    if (answered.status === 'rejected') {
      expect(answered.reason).toMatchObject({ code: 'AVOW_STATE' });
    }
    expect(await avow.changes.asked(person)).toBeUndefined();
    clock.pass(31 * DAY);
    permittedBy(await avow.act('use', { person, ...question }), '2.c.1');
  });
});
