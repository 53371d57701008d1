import { describe, expect, it } from 'vitest';
import { joined, mei, open, presenting, restart, tokenTo } from './place.ts';

describe('signing up', () => {
  it('leads, by mail and password, to an account whose fields lie in the vault', async () => {
    const place = await open();
    const { accounts, avow, inbox } = place;
    expect(await accounts.signUp(mei)).toEqual({ outcome: 'mailed' });
    await accounts.settled();
    expect(place.faults).toEqual([]);
    expect(inbox.received.map(({ to, subject }) => [to, subject])).toEqual([
      ['Mei.Lin@example.net', '请确认您的邮箱'],
    ]);
    const token = tokenTo(place, mei.address);
    const entered = await accounts.confirm({ token, password: mei.password });
    expect(entered).toMatchObject({ outcome: 'in' });
    if (entered.outcome !== 'in') return;
    expect(entered.setCookie).toMatch(
      /^market_session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/i,
    );
    expect(await avow.agreement.state(entered.person)).toBe('accepted');
    const held = await avow.export({ person: entered.person });
    const values =
      held.permitted && held.value.held.map(({ category, value }) => [category, value]);
    expect(values).toEqual([
      ['contact.email', 'Mei.Lin@example.net'],
      ['contact.name', '林美'],
      ['contact.phone', '+86 139 0000 1111'],
    ]);
    const whose = await accounts.whoIs(presenting(entered.setCookie));
    expect(whose).toEqual({ person: entered.person, language: 'zh-CN', hasSecondFactor: false });
  });

  it('takes organisations, with their own fields', async () => {
    const place = await open();
    const { person } = await joined(place, {
      ...mei,
      kind: 'organisation',
      fields: { 'enterprise.name': '海港木作', 'organisation.contact': '李雷' },
    });
    expect(await place.avow.subjects.get(person)).toMatchObject({ kind: 'organisation' });
    const asked = { person, purpose: 'account', to: 'public' } as const;
    const name = await place.avow.act('show', { ...asked, categories: ['enterprise.name'] });
    expect(name).toMatchObject({
      permitted: true,
      value: { values: { 'enterprise.name': '海港木作' } },
    });
    const contact = await place.avow.act('show', {
      ...asked,
      categories: ['organisation.contact'],
    });
    expect(contact.permitted).toBe(false);
  });

  it('makes nothing without the acceptance', async () => {
    const { accounts, inbox, avow } = await open();
    expect(await accounts.signUp({ ...mei, accepted: false })).toEqual({ outcome: 'not-accepted' });
    await accounts.settled();
    expect(inbox.received).toEqual([]);
    expect(await avow.subjects.find('contact.email', mei.address)).toBeUndefined();
  });

  it('refuses a field that is not asked for by name, and keeps nothing in part', async () => {
    const { accounts, avow } = await open();
    const fields = { 'contact.name': '林美', 'contact.fax': '1' };
    expect(await accounts.signUp({ ...mei, fields })).toEqual({
      outcome: 'invalid',
      fields: [{ name: 'contact.fax', problem: 'not-asked-for' }],
    });
    await accounts.settled();
    expect(await avow.subjects.find('contact.email', mei.address)).toBeUndefined();
  });

  it('names what is wrong, never what was entered', async () => {
    const { accounts } = await open();
    const told = await accounts.signUp({ ...mei, address: 'mei at home', password: 'short' });
    expect(told).toEqual({
      outcome: 'invalid',
      fields: [
        { name: 'address', problem: 'malformed' },
        { name: 'password', problem: 'too-short' },
      ],
    });
  });

  it('tells the owner of an account that somebody wanted another, and changes nothing', async () => {
    const place = await open();
    const { accounts, inbox } = place;
    const { person } = await joined(place);
    const other = { ...mei, address: 'MEI.LIN@EXAMPLE.NET', password: 'not hers at all' };
    expect(await accounts.signUp(other)).toEqual({ outcome: 'mailed' });
    await accounts.settled();
    expect(inbox.received[0]).toMatchObject({ to: mei.address, subject: '您已有账号' });
    const hers = await accounts.signIn(mei);
    expect(hers).toMatchObject({ outcome: 'in', person });
    expect(await accounts.signIn(other)).toEqual({ outcome: 'wrong' });
  });

  it('of two who sign up with one address at once makes one account', async () => {
    const place = await open();
    const { accounts, avow, inbox } = place;
    await Promise.all([
      accounts.signUp(mei),
      accounts.signUp({ ...mei, password: 'the second one' }),
    ]);
    await accounts.settled();
    expect(place.faults).toEqual([]);
    // Each attempt that was replaced or lost has been erased; one link leads to one account.
    const outcomes = [];
    for (const { text } of inbox.received) {
      const token = new URL(/https:\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? '';
      for (const password of [mei.password, 'the second one']) {
        outcomes.push((await accounts.confirm({ token, password })).outcome);
      }
    }
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(1);
    expect(await avow.subjects.find('contact.email', mei.address)).toBeDefined();
  });

  it('gives nobody an account at an address they do not read: the next sign-up replaces theirs', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const thief = { ...mei, password: 'waiting for mei', fields: { 'contact.name': 'Thief' } };
    await accounts.signUp(thief);
    await accounts.settled();
    const early = await avow.subjects.find('contact.email', mei.address);
    const { person } = await joined(place);
    expect(person).not.toBe(early);
    expect(await avow.subjects.get(early as typeof person)).toMatchObject({ state: 'erased' });
    expect(await accounts.signIn(thief)).toEqual({ outcome: 'wrong' });
  });

  it('confirms with link and password together, and with neither alone', async () => {
    const place = await open();
    const { accounts } = place;
    await accounts.signUp(mei);
    await accounts.settled();
    const token = tokenTo(place, mei.address);
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'unverified' });
    expect(await accounts.confirm({ token, password: 'a wrong one' })).toEqual({
      outcome: 'wrong',
    });
    expect(await accounts.confirm({ token: 'made up', password: mei.password })).toEqual({
      outcome: 'expired',
    });
    const twice = await Promise.all(
      [1, 2].map(() => accounts.confirm({ token, password: mei.password })),
    );
    expect(twice.map(({ outcome }) => outcome).sort()).toEqual(['expired', 'in']);
  });

  it('goes on after a restart: a link that was sent still confirms', async () => {
    const before = await open();
    await before.accounts.signUp(mei);
    await before.accounts.settled();
    const token = tokenTo(before, mei.address);
    const { accounts } = await restart(before);
    expect(await accounts.confirm({ token, password: mei.password })).toMatchObject({
      outcome: 'in',
    });
  });

  it('erases after a day what nobody confirmed', async () => {
    let now = Date.now();
    const place = await open({ now: () => now });
    const { accounts, avow } = place;
    await accounts.signUp(mei);
    await accounts.settled();
    const person = await avow.subjects.find('contact.email', mei.address);
    expect(await accounts.sweep()).toBe(0);
    now += 25 * 3_600_000;
    expect(await accounts.sweep()).toBe(1);
    expect(await avow.subjects.get(person as NonNullable<typeof person>)).toMatchObject({
      state: 'erased',
    });
    const token = tokenTo(place, mei.address);
    expect(await accounts.confirm({ token, password: mei.password })).toEqual({
      outcome: 'expired',
    });
  });
});
