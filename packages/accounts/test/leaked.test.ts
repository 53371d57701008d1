import { describe, expect, it } from 'vitest';
import { codeOf } from './authenticator.ts';
import { joined, mei, open, type Place, tokenTo } from './place.ts';
import { softAuthenticator } from './soft-authenticator.ts';

const fresh = 'a heron flies off';

const leaked = {
  address: mei.address,
  values: { 'contact.phone': mei.fields['contact.phone'] },
  happened: Date.now(),
  text: 'A stranger rang me.',
};

/** Adds a passkey, as whoever knows the password can; answers how it enters. */
async function passkeyOf({ accounts: { passkeys } }: Place, cookie: string) {
  const authenticator = softAuthenticator('https://harbour.example');
  const asked = await passkeys.begin({ cookie, password: mei.password });
  if (asked.outcome !== 'asked') throw new Error(asked.outcome);
  const response = authenticator.create(asked.options);
  await passkeys.finish({ cookie, ticket: asked.ticket, response });
  return async () => {
    const came = await passkeys.ask({});
    if (came.outcome !== 'asked') throw new Error(came.outcome);
    const answer = authenticator.get(came.options);
    return (await passkeys.enter({ ticket: came.ticket, response: answer })).outcome;
  };
}

async function reset(place: Place, password: string): Promise<void> {
  const { accounts } = place;
  await accounts.requestReset(mei);
  await accounts.settled();
  const token = tokenTo(place, mei.address);
  expect(await accounts.reset({ token, password })).toEqual({ outcome: 'changed' });
}

describe('an account whose password others know', () => {
  it('opens with a new one to nobody who came in by the old one, by a passkey neither', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { cookie, person } = await joined(place);
    const enter = await passkeyOf(place, cookie);
    // A password that was only forgotten ends no passkey.
    await reset(place, 'a heron stands here');
    expect(await enter()).toBe('in');
    const report = { ...leaked, password: 'a heron stands here' };
    expect(await accounts.reportLeak({ ...report, password: 'guessed' })).toEqual({
      outcome: 'wrong',
    });
    expect(await accounts.reportLeak(report)).toEqual({ outcome: 'frozen' });
    expect(await enter()).toBe('not-admitted');
    await reset(place, fresh);
    expect((await avow.subjects.get(person))?.state).toBe('active');
    expect(await enter()).toBe('wrong');
    expect(await accounts.signIn({ ...mei, password: fresh })).toMatchObject({ outcome: 'in' });
  });

  it('tells why it is suspended, and takes the appeal, once the second factor is proven', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { cookie, person } = await joined(place);
    const begun = await accounts.secondFactor.begin({ cookie, password: mei.password });
    if (begun.outcome !== 'begun') throw new Error(begun.outcome);
    await accounts.secondFactor.finish({ cookie, code: codeOf(begun.secret) });
    await avow.subjects.suspend(person);
    const came = await accounts.signIn(mei);
    if (came.outcome !== 'second-factor') throw new Error(came.outcome);
    const { challenge } = came;
    const proven = await accounts.secondFactor.prove({ challenge, code: codeOf(begun.secret, 1) });
    if (proven.outcome !== 'not-admitted') throw new Error(proven.outcome);
    expect(await accounts.whoHolds(proven.ticket ?? '')).toBe(person);
  });

  it('is frozen by its owner however many reports of others wait', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { person } = await joined(place);
    const { values, happened, text } = leaked;
    for (let at = 0; at < 10; at += 1) await avow.leaks.report({ person, values, happened, text });
    const before = place.inbox.received.length;
    expect(await accounts.reportLeak(leaked)).toEqual({ outcome: 'mailed' });
    await accounts.settled();
    expect(place.inbox.received).toHaveLength(before + 1);
    const token = tokenTo(place, mei.address);
    expect(await accounts.freeze({ token })).toEqual({ outcome: 'frozen' });
    expect(await accounts.freeze({ token })).toEqual({ outcome: 'expired' });
    expect((await avow.subjects.get(person))?.state).toBe('suspended');
    await reset(place, fresh);
    const again = { ...leaked, password: fresh };
    expect(await accounts.reportLeak(again)).toEqual({ outcome: 'frozen' });
    expect((await avow.subjects.get(person))?.state).toBe('suspended');
  });
});
