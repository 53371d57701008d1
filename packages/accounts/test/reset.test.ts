import { describe, expect, it } from 'vitest';
import { codeOf } from './authenticator.ts';
import { joined, mei, open, type Place, presenting, restart, tokenTo } from './place.ts';

const fresh = 'a heron flies off';

describe('a new password', () => {
  it('is set by the link, once, and ends every session', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie } = await joined(place);
    await accounts.requestReset(mei);
    await accounts.settled();
    const token = tokenTo(place, mei.address);
    expect(await accounts.reset({ token, password: 'short' })).toMatchObject({
      outcome: 'invalid',
    });
    expect(await accounts.reset({ token, password: fresh })).toEqual({ outcome: 'changed' });
    expect(await accounts.whoIs(cookie)).toBeUndefined();
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'wrong' });
    expect(await accounts.signIn({ ...mei, password: fresh })).toMatchObject({ outcome: 'in' });
    expect(await accounts.reset({ token, password: 'played again now' })).toEqual({
      outcome: 'expired',
    });
    expect(await accounts.signIn({ ...mei, password: fresh })).toMatchObject({ outcome: 'in' });
  });

  it('is set by one of two who use the link at once', async () => {
    const place = await open();
    const { accounts } = place;
    await joined(place);
    await accounts.requestReset(mei);
    await accounts.settled();
    const token = tokenTo(place, mei.address);
    const passwords = ['the first of two', 'the second of two'];
    const outcomes = await Promise.all(
      passwords.map((password) => accounts.reset({ token, password })),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'expired']);
    const winner = passwords[outcomes.findIndex(({ outcome }) => outcome === 'changed')] ?? '';
    expect(await accounts.signIn({ ...mei, password: winner })).toMatchObject({ outcome: 'in' });
  });

  it('is not offered where nobody confirmed the address', async () => {
    const { accounts, inbox } = await open();
    await accounts.signUp(mei);
    await accounts.settled();
    await accounts.requestReset(mei);
    await accounts.settled();
    expect(inbox.received.map(({ subject }) => subject)).toEqual(['请确认您的邮箱']);
  });

  it('is read from the vault by an act that stands in the history', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { person } = await joined(place);
    await accounts.requestReset(mei);
    await accounts.settled();
    const history = await avow.history({ person, limit: 20 });
    const lines = history.permitted ? history.value.happened : [];
    const acts = lines.flatMap(({ what }) => (what.kind === 'decision' ? [what] : []));
    expect(acts[0]).toMatchObject({ action: 'message', recipient: 'person', sentence: '2.c.2' });
  });

  it('can still be chosen by a link from before a restart', async () => {
    const before = await open();
    await joined(before);
    await before.accounts.requestReset(mei);
    await before.accounts.settled();
    const token = tokenTo(before, mei.address);
    const { accounts } = await restart(before);
    expect(await accounts.reset({ token, password: fresh })).toEqual({ outcome: 'changed' });
  });
});

/** Switches a second factor on, as whoever knows the password can. */
async function switchOn({ accounts }: Place, cookie: string) {
  const begun = await accounts.secondFactor.begin({ cookie, password: mei.password });
  if (begun.outcome !== 'begun') throw new Error(begun.outcome);
  const on = await accounts.secondFactor.finish({ cookie, code: codeOf(begun.secret) });
  if (on.outcome !== 'in') throw new Error(on.outcome);
  await accounts.settled();
  return presenting(on.setCookie);
}

describe('a second factor that somebody else switched on', () => {
  it('is told by mail, and undone by the link there; a new password alone lets nobody past it', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie: owners } = await joined(place);
    const cookie = await switchOn(place, owners);
    const link = tokenTo(place, mei.address);
    // Whoever reads mail and did not switch it on recently is not let past a factor.
    await accounts.requestReset(mei);
    await accounts.settled();
    const usual = tokenTo(place, mei.address);
    expect(await accounts.reset({ token: usual, password: fresh })).toEqual({ outcome: 'changed' });
    const second = { outcome: 'second-factor' };
    expect(await accounts.signIn({ ...mei, password: fresh })).toMatchObject(second);

    const undo = { token: link, password: 'another heron lands' };
    expect(await accounts.reset({ ...undo, password: 'short' })).toMatchObject({
      outcome: 'invalid',
    });
    const { accounts: after } = await restart(place);
    expect(await after.reset(undo)).toEqual({ outcome: 'changed' });
    expect(await after.signIn({ ...mei, password: fresh })).toEqual({ outcome: 'wrong' });
    expect(await after.whoIs(cookie)).toBeUndefined();
    expect(await after.signIn({ ...mei, password: undo.password })).toMatchObject({
      outcome: 'in',
    });
    expect(await after.reset(undo)).toEqual({ outcome: 'expired' });
  });

  it('is not undone by a link of before: of one that is off, or to an address that was left', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie: owners } = await joined(place);
    const first = await switchOn(place, owners);
    const old = tokenTo(place, mei.address);
    const off = await accounts.secondFactor.off({ cookie: first, password: mei.password });
    if (off.outcome !== 'in') throw new Error(off.outcome);
    expect(await accounts.reset({ token: old, password: fresh })).toEqual({ outcome: 'expired' });
    const cookie = presenting(off.setCookie);
    const begun = await accounts.secondFactor.begin({ cookie, password: mei.password });
    if (begun.outcome !== 'begun') throw new Error(begun.outcome);
    const on = await accounts.secondFactor.finish({ cookie, code: codeOf(begun.secret) });
    if (on.outcome !== 'in') throw new Error(on.outcome);
    await accounts.settled();
    expect(await accounts.reset({ token: old, password: fresh })).toEqual({ outcome: 'expired' });
    const newer = tokenTo(place, mei.address);
    const address = 'mei@new.example';
    const now = presenting(on.setCookie);
    await accounts.changeAddress({ cookie: now, password: mei.password, address });
    await accounts.settled();
    await accounts.confirmAddress({ token: tokenTo(place, address) });
    expect(await accounts.reset({ token: newer, password: fresh })).toEqual({ outcome: 'expired' });
  });
});

describe('another address', () => {
  const next = 'mei@new.example';

  it('counts once it is confirmed there, and the old one hears of it', async () => {
    const place = await open();
    const { accounts, avow, inbox } = place;
    const { cookie, person } = await joined(place);
    const asked = { cookie, address: next };
    expect(await accounts.changeAddress({ ...asked, password: 'a wrong one' })).toEqual({
      outcome: 'wrong',
    });
    expect(await accounts.changeAddress({ ...asked, password: mei.password })).toEqual({
      outcome: 'mailed',
    });
    await accounts.settled();
    expect(await accounts.signIn({ ...mei, address: next })).toEqual({ outcome: 'wrong' });
    const token = tokenTo(place, next);
    const twice = await Promise.all([1, 2].map(() => accounts.confirmAddress({ token })));
    expect(twice.map(({ outcome }) => outcome)).toContain('changed');
    expect(inbox.received.map(({ to }) => to)).toContain(mei.address);
    expect(await accounts.signIn({ ...mei, address: next })).toMatchObject({
      outcome: 'in',
      person,
    });
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'wrong' });
    expect(await avow.subjects.find('contact.email', next)).toBe(person);
    expect(await avow.subjects.isVerified(person, 'contact.email')).toBe(true);
    expect(await avow.subjects.find('contact.email', mei.address)).toBeUndefined();
    expect(await accounts.confirmAddress({ token })).toEqual({ outcome: 'expired' });
  });

  it('that was asked for with the password of before counts no longer with a new one', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie, person } = await joined(place);
    await accounts.changeAddress({ cookie, password: mei.password, address: next });
    await accounts.requestReset(mei);
    await accounts.settled();
    const token = tokenTo(place, next);
    const reset = await accounts.reset({ token: tokenTo(place, mei.address), password: fresh });
    expect(reset).toEqual({ outcome: 'changed' });
    expect(await accounts.confirmAddress({ token })).toEqual({ outcome: 'expired' });
    expect(await accounts.signIn({ ...mei, password: fresh })).toMatchObject({
      outcome: 'in',
      person,
    });
  });

  it('ends the links to a new password that were sent to the old one', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie } = await joined(place);
    await accounts.changeAddress({ cookie, password: mei.password, address: next });
    await accounts.requestReset(mei);
    await accounts.settled();
    const link = tokenTo(place, mei.address);
    const confirmed = await accounts.confirmAddress({ token: tokenTo(place, next) });
    expect(confirmed).toEqual({ outcome: 'changed' });
    expect(await accounts.reset({ token: link, password: fresh })).toEqual({ outcome: 'expired' });
    expect(await accounts.signIn({ ...mei, address: next })).toMatchObject({ outcome: 'in' });
  });

  it('that the policy does not let the vault take does not count either', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { cookie, person } = await joined(place);
    await accounts.changeAddress({ cookie, password: mei.password, address: next });
    await accounts.settled();
    await avow.subjects.suspend(person);
    const token = tokenTo(place, next);
    expect(await accounts.confirmAddress({ token })).toMatchObject({ outcome: 'refused' });
    await avow.subjects.reinstate(person);
    expect(await accounts.signIn({ ...mei, address: next })).toEqual({ outcome: 'wrong' });
    expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'in', person });
    expect(await accounts.confirmAddress({ token })).toEqual({ outcome: 'changed' });
  });

  it('that belongs to somebody is answered alike, and its owner hears of it', async () => {
    const place = await open();
    const { accounts, inbox } = place;
    await joined(place, { ...mei, address: next, fields: {} });
    const { cookie } = await joined(place);
    const asked = { cookie, password: mei.password };
    const taken = await accounts.changeAddress({ ...asked, address: next });
    expect(taken).toEqual(await accounts.changeAddress({ ...asked, address: 'free@example.net' }));
    await accounts.settled();
    const told = inbox.received.find(({ to }) => to === next);
    expect(told?.text).not.toContain('token');
  });

  it('goes to one of two who confirm it at once', async () => {
    const place = await open();
    const { accounts } = place;
    const tokens = [];
    for (const address of [mei.address, 'lan@example.net']) {
      const { cookie } = await joined(place, { ...mei, address, fields: {} });
      await accounts.changeAddress({ cookie, password: mei.password, address: next });
      await accounts.settled();
      tokens.push(tokenTo(place, next));
    }
    const both = await Promise.all(tokens.map((token) => accounts.confirmAddress({ token })));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'taken']);
  });
});
