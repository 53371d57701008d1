import { describe, expect, it, onTestFinished } from 'vitest';
import { asPersonId, type UnderWay } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { statesOf } from '../kept.ts';
import { member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';
import { changed } from '../versions.ts';

const facts = { 'enterprise.name': '海港木作', 'enterprise.registration': '91350200MA0000000X' };

/** An organisation with its whole form. */
async function workshop(avow: Market) {
  const { person } = await avow.subjects.create({ kind: 'organisation', country: 'CN' });
  await avow.agreement.accept({ person, language: 'zh-CN' });
  const fields = { ...facts, 'organisation.contact': '李雷' };
  permittedBy(await avow.collect({ person, purpose: 'account', fields }), '1.a.2');
  return person;
}

describe(cited('1.a.1'), () => {
  it('keeps what a person gives, and gives it back', async () => {
    const avow = await market();
    const person = await member(avow, 'Mei');
    expect(await avow.subjects.find('registration.username', 'Mei')).toBe(person);
    expect(await avow.subjects.find('registration.username', 'mei')).toBeUndefined();
    const held = permittedBy(await avow.export({ person }), 'S.2.1').held;
    expect(held.map(({ category, value }) => [category, value])).toEqual([
      ['contact.address', 'Mei Street 1'],
      ['contact.name', 'Mei'],
      ['contact.phone', '+86 Mei 1'],
      ['registration.username', 'Mei'],
    ]);
  });

  it('lets one user name lead to one person only', async () => {
    const avow = await market();
    await member(avow, 'Mei');
    await expect(member(avow, 'Mei')).rejects.toMatchObject({
      code: 'AVOW_TAKEN',
      field: 'fields.registration.username',
    });
  });
});

describe(cited('1.a.2'), () => {
  it("keeps the people in an organisation's form like anyone else", async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ kind: 'organisation', country: 'CN' });
    await avow.agreement.accept({ person, language: 'zh-CN' });
    const fields = { 'organisation.representative': '王芳', 'organisation.contact': '李雷' };
    permittedBy(await avow.collect({ person, purpose: 'account', fields }), '1.a.2');
  });
});

describe(cited('1.a.3'), () => {
  it('lets anyone read the name of an organisation, and not the people in its form', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ kind: 'organisation', country: 'CN' });
    await avow.agreement.accept({ person, language: 'zh-CN' });
    const fields = { 'enterprise.name': '海港木作', 'organisation.contact': '李雷' };
    permittedBy(await avow.collect({ person, purpose: 'account', fields }), '1.a.2');

    const asked = { person, purpose: 'account', to: 'public' } as const;
    const name = await avow.act('show', { ...asked, categories: ['enterprise.name'] });
    expect(permittedBy(name, '1.a.3').values).toEqual({ 'enterprise.name': '海港木作' });
    refusedBy(await avow.act('show', { ...asked, categories: ['organisation.contact'] }), '4.3');
  });
});

describe(`${cited('1.a.3')} (without a decision)`, () => {
  it('answers the exempt fields to anyone, and puts nothing on record', async () => {
    const avow = await market();
    const organisation = await workshop(avow);
    const before = await avow.log.flush();
    expect(await avow.subjects.publicFacts(organisation)).toEqual(facts);
    expect(await avow.log.flush()).toEqual(before);
    // Corrected, it says the new; suspended, it still is what law makes public.
    const fields = { 'enterprise.name': '海港家具' };
    permittedBy(await avow.correct({ person: organisation, fields }), 'S.3.1');
    await avow.subjects.suspend(organisation);
    expect(await avow.subjects.publicFacts(organisation)).toEqual({ ...facts, ...fields });
  });

  it('refuses it of a person, of an unknown id, and of all else in the form', async () => {
    const avow = await market();
    const { person } = await avow.subjects.create({ country: 'CN' });
    await avow.agreement.accept({ person, language: 'en' });
    permittedBy(await avow.collect({ person, purpose: 'account', fields: facts }), '1.a.2');
    expect(await avow.subjects.publicFacts(person)).toBeUndefined();
    expect(await avow.subjects.publicFacts(asPersonId('nobody'))).toBeUndefined();
    const organisation = await workshop(avow);
    expect(Object.keys((await avow.subjects.publicFacts(organisation)) ?? {})).toEqual(
      Object.keys(facts),
    );
    const asked = { person: organisation, purpose: 'account', to: 'public' } as const;
    refusedBy(await avow.act('show', { ...asked, categories: ['organisation.contact'] }), '4.3');
  });

  it('goes with the organisation, however close the reading comes', async () => {
    const avow = await market();
    const organisation = await workshop(avow);
    const [read] = await Promise.all([
      avow.subjects.publicFacts(organisation),
      avow.erase({ person: organisation }),
    ]);
    expect([facts, undefined, {}]).toContainEqual(read);
    expect(await avow.subjects.publicFacts(organisation)).toBeUndefined();
  });

  it('is there after a restart, and for no longer than the form is kept', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const organisation = await workshop(first);
    await first.close();
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    expect(await avow.subjects.publicFacts(organisation)).toEqual(facts);
    await avow.agreement.terminate({ person: organisation });
    clock.pass(31 * DAY);
    expect(await avow.subjects.publicFacts(organisation)).toEqual({});
    // However much of it the sweep of the start has taken already.
    const seen: Promise<UnderWay>[] = [];
    await avow.sweep(() => void seen.push(avow.underWay()));
    for (const { sweep } of await Promise.all(seen)) expect(sweep).toBeDefined();
    expect(await avow.underWay()).toEqual({ sweep: undefined, keys: [] });
    expect(await avow.upkeep()).toMatchObject({ due: 0 });
    expect(await avow.sweep()).toBe(0);
  });

  it('is kept in the clear no longer where a later version calls it public no longer', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    const organisation = await workshop(avow);
    const closed = changed((copy) => {
      delete copy.vocabulary.categories['enterprise.name']!.public;
    });
    await avow.policy.publish(closed);
    const left = { 'enterprise.registration': facts['enterprise.registration'] };
    expect(await avow.subjects.publicFacts(organisation)).toEqual(left);
    await avow.sweep();
    expect(await statesOf(folder, organisation, 'exempt')).toEqual(Object.keys(left));
    expect(await avow.subjects.publicFacts(organisation)).toEqual(left);
  });
});

describe(cited('1.a.4'), () => {
  it('refuses an unknown field by name and stores nothing in part', async () => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'contact.email': 'mei@example.net', 'contact.fax': '1' };
    await expect(
      avow.collect({ person, purpose: 'account', fields: fields as never }),
    ).rejects.toMatchObject({ code: 'AVOW_UNKNOWN_WORD', field: 'fields.contact.fax' });
    const held = permittedBy(await avow.export({ person }), 'S.2.1').held;
    expect(held.map(({ category }) => category)).not.toContain('contact.email');
  });

  it('refuses a field that registration does not ask for, with all that came along', async () => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'contact.email': 'mei@example.net', interest: 'boats' };
    refusedBy(await avow.collect({ person, purpose: 'account', fields }), 'P.1');
    const held = permittedBy(await avow.export({ person }), 'S.2.1').held;
    expect(held.map(({ category }) => category)).not.toContain('contact.email');
  });
});
