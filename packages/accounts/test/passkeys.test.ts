import { describe, expect, it } from 'vitest';
import { joined, mei, open, type Place, presenting, restart } from './place.ts';
import { softAuthenticator } from './soft-authenticator.ts';

const origin = 'https://harbour.example';

async function withPasskey(place: Place) {
  const { cookie, person } = await joined(place);
  const { passkeys } = place.accounts;
  const authenticator = softAuthenticator(origin);
  const asked = await passkeys.begin({ cookie, password: mei.password });
  if (asked.outcome !== 'asked') throw new Error(asked.outcome);
  const response = authenticator.create(asked.options);
  const added = await passkeys.finish({ cookie, ticket: asked.ticket, response });
  expect(added).toEqual({ outcome: 'added' });
  return { cookie, person, authenticator, asked, response };
}

async function ask({ accounts }: Place) {
  const asked = await accounts.passkeys.ask({});
  if (asked.outcome !== 'asked') throw new Error(asked.outcome);
  return asked;
}

describe('a passkey', () => {
  it('opens the account, and neither asks nor tells who somebody is', async () => {
    const place = await open();
    const { person, authenticator, asked } = await withPasskey(place);
    // What is random is looked at as bytes: its letters spell any three sooner or later, and would hide a name.
    const { challenge, user, ...rest } = asked.options;
    const bytes = [challenge, user.id].map((text) =>
      Buffer.from(text, 'base64url').toString('latin1'),
    );
    const told = JSON.stringify([rest, { ...user, id: undefined }, bytes]);
    expect(told.toLowerCase()).not.toContain('mei');
    const { options, ticket } = await ask(place);
    expect(options.allowCredentials ?? []).toEqual([]);
    const entered = await place.accounts.passkeys.enter({
      ticket,
      response: authenticator.get(options),
    });
    expect(entered).toMatchObject({ outcome: 'in', person });
    const cookie = entered.outcome === 'in' ? presenting(entered.setCookie) : '';
    expect(await place.accounts.whoIs(cookie)).toMatchObject({ person });
  });

  it('counts for one answer, on this site, by its verified owner', async () => {
    const place = await open();
    const { authenticator } = await withPasskey(place);
    const { passkeys } = place.accounts;
    const first = await ask(place);
    const response = authenticator.get(first.options);
    const twice = await Promise.all(
      [1, 2].map(() => passkeys.enter({ ticket: first.ticket, response })),
    );
    expect(twice.map(({ outcome }) => outcome).sort()).toEqual(['expired', 'in']);
    const other = await ask(place);
    expect(await passkeys.enter({ ticket: other.ticket, response })).toEqual({ outcome: 'wrong' });
    const lure = await ask(place);
    const lured = authenticator.get(lure.options, { at: 'https://harb0ur.example' });
    expect(await passkeys.enter({ ticket: lure.ticket, response: lured })).toEqual({
      outcome: 'wrong',
    });
    const touch = await ask(place);
    const touched = authenticator.get(touch.options, { isVerified: false });
    expect(await passkeys.enter({ ticket: touch.ticket, response: touched })).toEqual({
      outcome: 'wrong',
    });
  });

  it('that went back in its count is taken for a copy', async () => {
    const place = await open();
    const { authenticator } = await withPasskey(place);
    const { passkeys } = place.accounts;
    for (const outcome of ['in', 'in', 'wrong']) {
      if (outcome === 'wrong') authenticator.rewind();
      const { options, ticket } = await ask(place);
      const answer = await passkeys.enter({ ticket, response: authenticator.get(options) });
      expect(answer.outcome).toBe(outcome);
    }
  });

  it('of a stranger, or of somebody suspended, opens nothing', async () => {
    const place = await open();
    const { authenticator, person } = await withPasskey(place);
    const { passkeys } = place.accounts;
    const strange = await ask(place);
    const response = softAuthenticator(origin).get(strange.options);
    expect(await passkeys.enter({ ticket: strange.ticket, response })).toEqual({
      outcome: 'wrong',
    });
    await place.avow.subjects.suspend(person);
    const { options, ticket } = await ask(place);
    const answer = await passkeys.enter({ ticket, response: authenticator.get(options) });
    expect(answer).toMatchObject({ outcome: 'not-admitted', why: 'standing' });
  });

  it('is added with the password only, listed to its owner, and removed by nobody else', async () => {
    const place = await open();
    const { cookie, authenticator } = await withPasskey(place);
    const { passkeys } = place.accounts;
    expect(await passkeys.begin({ cookie, password: 'a wrong one' })).toEqual({ outcome: 'wrong' });
    const other = await joined(place, { ...mei, address: 'lan@example.net', fields: {} });
    const [line] = await passkeys.list(cookie);
    expect(await passkeys.list(other.cookie)).toEqual([]);
    expect(await passkeys.remove(other.cookie, line?.id ?? '')).toEqual({ outcome: 'unknown' });
    expect(await passkeys.remove(cookie, line?.id ?? '')).toEqual({ outcome: 'removed' });
    const { options, ticket } = await ask(place);
    expect(await passkeys.enter({ ticket, response: authenticator.get(options) })).toEqual({
      outcome: 'wrong',
    });
  });

  it('still opens the account after a restart', async () => {
    const before = await open();
    const { authenticator, person } = await withPasskey(before);
    const place = await restart(before);
    const { options, ticket } = await ask(place);
    const answer = await place.accounts.passkeys.enter({
      ticket,
      response: authenticator.get(options),
    });
    expect(answer).toMatchObject({ outcome: 'in', person });
  });
});
