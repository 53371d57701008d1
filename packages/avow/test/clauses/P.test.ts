import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { operators } from '../desk.ts';
import { broker, engageShop, historyOf, member, shop } from '../people.ts';
import { DAY, handClock, market } from '../place.ts';

describe(cited('P.1'), () => {
  it('nothing has an effect without a decision and its record', async () => {
    const avow = await market();
    const person = await member(avow);
    await avow.log.flush();
    const before = await avow.tallies();

    const used = await avow.act('use', {
      person,
      purpose: 'account',
      categories: ['contact.name'],
    });
    expect(permittedBy(used, '2.c.1').values).toEqual({ 'contact.name': 'Mei' });

    const [newest] = await historyOf(avow, person, 1);
    expect(newest).toMatchObject({
      entry: used.entry,
      at: used.at,
      what: { kind: 'decision', action: 'use', permitted: true, sentence: '2.c.1' },
    });
    await avow.log.flush();
    const count = (tallies: typeof before) =>
      tallies.find(({ sentence }) => sentence === '2.c.1')?.permitted ?? 0;
    expect(count(await avow.tallies())).toBe(count(before) + 1);
  });

  it('refuses what no sentence permits, and records the refusal as well', async () => {
    const avow = await market();
    const person = await member(avow);
    const refused = await avow.act('publish', {
      person,
      purpose: 'account',
      categories: ['contact.phone'],
      to: 'public',
    });
    expect(refused).toMatchObject({ permitted: false });
    const [newest] = await historyOf(avow, person, 1);
    expect(newest).toMatchObject({ entry: refused.entry, what: { permitted: false } });
  });

  it('refuses the whole act if one category of it is refused', async () => {
    const avow = await market();
    const person = await member(avow);
    const refused = await avow.act('use', {
      person,
      purpose: 'support',
      categories: ['contact.name', 'registration.identity'],
    });
    refusedBy(refused, 'P.1');
    expect(refused).toMatchObject({ category: 'registration.identity', by: 'silence' });
    expect(refused).not.toHaveProperty('value');
  });
});

describe('an act that does something else than read', () => {
  it('opens nothing by its name', async () => {
    const avow = await market();
    const person = await member(avow);
    const question = { person, purpose: 'keeping', categories: ['contact.name'] } as const;
    const others = ['collect', 'observe', 'acquire', 'store', 'edit', 'export', 'erase'] as const;
    for (const action of others) {
      await expect(avow.act(action, question), action).rejects.toMatchObject({
        code: 'AVOW_INPUT',
        field: 'action',
      });
    }
  });
});

describe(cited('P.2'), () => {
  it('serves more accurately from what was given, only while the agreement stands', async () => {
    const avow = await market();
    const person = await member(avow);
    const question = { person, purpose: 'service.accuracy', categories: ['contact.name'] } as const;
    permittedBy(await avow.act('use', question), 'P.2');
    await avow.agreement.terminate({ person });
    refusedBy(await avow.act('use', question), 'P.1');
  });
});

describe(cited('P.6'), () => {
  it('agreeing to the policy is no permission to hand anything over', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const share = () =>
      avow.disclosures.seal('share', {
        person,
        purpose: 'marketing.partner',
        categories: ['contact.phone'],
        to: { party: shop },
      });
    refusedBy(await share(), '2.a.1');
    await avow.consents.give({
      person,
      party: broker,
      action: 'share',
      purposes: ['marketing.partner'],
      categories: ['contact.phone'],
      language: 'en',
    });
    // A permission for another party is none for this one.
    refusedBy(await share(), '2.a.1');
  });
});

describe(cited('P.7'), () => {
  it('names the version that decided in each record', async () => {
    const avow = await market();
    const person = await member(avow);
    const { entry } = await avow.act('use', {
      person,
      purpose: 'account',
      categories: ['contact.name'],
    });
    const receipt = await avow.receipt(entry);
    const leaf = JSON.parse(Buffer.from(receipt?.body ?? '', 'base64').toString());
    expect(leaf.policy).toBe(avow.policy.current().digest);
  });
});

describe(cited('P.8'), () => {
  it('binds agreement, rules and policy in the language shown', async () => {
    const avow = await market();
    const texts = { en: 'You agree.', 'zh-CN': '您同意。' };
    const document = { kind: 'service-agreement', version: '1', texts } as const;
    const published = await avow.documents.publish(document);
    const { person } = await avow.subjects.create();
    expect(await avow.agreement.state(person)).toBe('never-asked');

    const agreed = await avow.agreement.accept({ person, language: 'zh-CN' });
    expect(agreed.bound).toEqual({
      policy: avow.policy.current().digest,
      language: 'zh-CN',
      texts: {
        'service-agreement': published.digests['zh-CN'],
        'site-rules': null,
        policy: avow.policy.current().texts['zh-CN'],
      },
    });
    expect(await avow.agreement.state(person)).toBe('accepted');
  });

  it('tells afterwards what was bound, in which language and when, also once it has ended', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { person } = await avow.subjects.create();
    expect(await avow.agreement.standing(person)).toBeUndefined();
    const { bound } = await avow.agreement.accept({ person, language: 'zh-CN' });
    const accepted = { state: 'accepted', bound, at: clock.now() };
    clock.pass(DAY);
    expect(await avow.agreement.standing(person)).toEqual(accepted);
    await avow.agreement.terminate({ person });
    const ended = { state: 'terminated', bound, at: clock.now() };
    expect(await avow.agreement.standing(person)).toEqual(ended);
  });
});

describe(cited('P.9'), () => {
  it.each(['never asked', 'declined', 'terminated'])(
    'takes nothing of one who %s',
    async (state) => {
      const avow = await market();
      const { person } = await avow.subjects.create();
      if (state === 'declined') await avow.agreement.decline({ person, language: 'en' });
      if (state === 'terminated') {
        await avow.agreement.accept({ person, language: 'en' });
        await avow.agreement.terminate({ person });
      }
      const fields = { 'contact.name': 'Mei' };
      const collected = await avow.collect({ person, purpose: 'account', fields });
      refusedBy(collected, 'P.9');
      expect(permittedBy(await avow.export({ person }), 'S.2.2').held).toEqual([]);
    },
  );
});

describe(cited('P.10'), () => {
  it('stops using it when the agreement ends; what protects the person stays', async () => {
    const avow = await market();
    const person = await member(avow);
    await avow.agreement.terminate({ person });
    const question = { person, categories: ['contact.name'] } as const;
    refusedBy(await avow.act('use', { ...question, purpose: 'account' }), 'P.1');
    const own = { ...question, purpose: 'rights', to: 'person' } as const;
    permittedBy(await avow.act('show', own), 'S.2.1');
  });
});

describe(cited('P.4'), () => {
  it('shows it to the one of us who handles a case of this person, for that, while it goes on', async () => {
    const avow = await market();
    const person = await member(avow);
    const other = await member(avow, 'Lin');
    const [one, two] = await operators(avow);
    const { case: id, ...opened } = await avow.desk.cases.open({
      ...{ type: 'support', person, by: person, idempotencyKey: 'help-me-once' },
    });
    expect(opened).toMatchObject({ state: 'open', openedBy: person, operator: undefined });
    const show = (staff: PersonId, more: { person?: PersonId; purpose?: 'legal' } = {}) => {
      const about = { person, purpose: 'support', categories: ['contact.phone'], ...more } as const;
      return avow.act('show', { ...about, to: { staff }, case: id });
    };
    const refused = await show(one);
    refusedBy(refused, 'P.1');
    expect(refused).toMatchObject({ missing: [{ steps: [{ fact: 'handling', by: 'operator' }] }] });
    await avow.desk.cases.assign({ case: id, by: one, operator: one });
    expect(permittedBy(await show(one), 'P.4').values).toEqual({ 'contact.phone': '+86 Mei 1' });
    refusedBy(await show(two), 'P.1');
    refusedBy(await show(one, { person: other }), 'P.1');
    refusedBy(await show(one, { purpose: 'legal' }), 'P.1');
    expect((await historyOf(avow, person)).map(({ what }) => what)).toContainEqual(
      expect.objectContaining({ recipient: 'staff', party: one, case: id, permitted: true }),
    );
    // Behind the closing nothing is shown, and to whoever works here no longer least of all.
    const [, closing] = await Promise.all([
      show(one),
      avow.desk.cases.close({ case: id, by: one }),
    ]);
    expect(closing).toMatchObject({ state: 'closed' });
    refusedBy(await show(one), 'P.1');
    const { case: next } = await avow.desk.cases.open({ type: 'leak', person, by: two });
    await avow.desk.cases.assign({ case: next, by: two, operator: two });
    const leak = { person, purpose: 'security', categories: ['contact.phone'] } as const;
    const look = () => avow.act('show', { ...leak, to: { staff: two }, case: next });
    permittedBy(await look(), 'P.4');
    await avow.subjects.suspend(two);
    expect(await look()).toMatchObject({ permitted: false, by: 'state' });
    const assigning = avow.desk.cases.assign({ case: next, by: two, operator: one });
    await expect(assigning).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    await avow.subjects.reinstate(two);
    await avow.desk.staff.dismiss({ operator: two });
    refusedBy(await look(), 'P.1');
  });
});
