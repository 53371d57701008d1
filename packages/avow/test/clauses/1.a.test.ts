import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { member } from '../people.ts';
import { market } from '../place.ts';

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
