import { describe, expect, it } from 'vitest';
import { codeOf } from './authenticator.ts';
import { joined, mei, open, type Place, presenting, restart } from './place.ts';

/** An account with its second factor on. */
async function protectedBy(place: Place) {
  const { cookie, person } = await joined(place);
  const { secondFactor } = place.accounts;
  const begun = await secondFactor.begin({ cookie, password: mei.password });
  if (begun.outcome !== 'begun') throw new Error(begun.outcome);
  const on = await secondFactor.finish({ cookie, code: codeOf(begun.secret) });
  if (on.outcome !== 'in') throw new Error(on.outcome);
  return { ...begun, person, before: cookie, cookie: presenting(on.setCookie) };
}

async function challenged({ accounts }: Place): Promise<string> {
  const answer = await accounts.signIn(mei);
  if (answer.outcome !== 'second-factor') throw new Error(answer.outcome);
  return answer.challenge;
}

describe('the second factor', () => {
  it('is switched on with a code, and the session gets a new name', async () => {
    const place = await open({ issuer: 'Harbour Market' });
    const on = await protectedBy(place);
    expect(on.uri).toBe(
      `otpauth://totp/Harbour%20Market?secret=${on.secret}&issuer=Harbour%20Market`,
    );
    expect(await place.accounts.whoIs(on.before)).toBeUndefined();
    expect(await place.accounts.whoIs(on.cookie)).toMatchObject({ hasSecondFactor: true });
    const again = { cookie: on.cookie, password: mei.password };
    expect(await place.accounts.secondFactor.begin(again)).toEqual({ outcome: 'is-on' });
  });

  it('is asked for after the password, without a cookie and without a session', async () => {
    const place = await open();
    const { cookie, person, secret } = await protectedBy(place);
    const challenge = await challenged(place);
    expect(await place.accounts.sessions.list(cookie)).toHaveLength(1);
    const { secondFactor } = place.accounts;
    const answer = await secondFactor.prove({ challenge, code: codeOf(secret, 1) });
    expect(answer).toMatchObject({ outcome: 'in', person });
    expect(answer.outcome === 'in' && answer.setCookie).toMatch(/^market_session=/);
    expect(await secondFactor.prove({ challenge, code: codeOf(secret, 1) })).toEqual({
      outcome: 'expired',
    });
  });

  it('takes a code once, whoever brings it', async () => {
    const place = await open();
    const { secret } = await protectedBy(place);
    const challenges = [await challenged(place), await challenged(place)];
    const code = codeOf(secret, 1);
    const { secondFactor } = place.accounts;
    const both = await Promise.all(
      challenges.map((challenge) => secondFactor.prove({ challenge, code })),
    );
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['in', 'wrong']);
  });

  it('refuses wrong codes, and after five of them the challenge', async () => {
    const place = await open();
    const { secret } = await protectedBy(place);
    const challenge = await challenged(place);
    const { secondFactor } = place.accounts;
    const right = codeOf(secret, 1);
    const valid = [-1, 0, 1, 2].map((steps) => codeOf(secret, steps));
    const guesses = [
      '000001',
      '000002',
      '000003',
      '000004',
      '000005',
      '000006',
      '000007',
      '000008',
      '000009',
    ];
    const outcomes = [];
    for (const code of guesses.filter((guess) => !valid.includes(guess)).slice(0, 5)) {
      outcomes.push((await secondFactor.prove({ challenge, code })).outcome);
    }
    expect(outcomes).toEqual(Array(5).fill('wrong'));
    expect(await secondFactor.prove({ challenge, code: right })).toEqual({ outcome: 'expired' });
    for (const forged of ['', 'a; b=c', `${challenge}x`]) {
      expect(await secondFactor.prove({ challenge: forged, code: right })).toEqual({
        outcome: 'expired',
      });
    }
  });

  it('can be a recovery code, each once, after a restart as well', async () => {
    const before = await open();
    const { recoveryCodes } = await protectedBy(before);
    const place = await restart(before);
    const code = recoveryCodes[0] ?? '';
    const { secondFactor } = place.accounts;
    const challenges = [await challenged(place), await challenged(place)];
    const both = await Promise.all(
      challenges.map((challenge) => secondFactor.prove({ challenge, code })),
    );
    expect(both.filter(({ outcome }) => outcome === 'in')).toHaveLength(1);
    const later = await secondFactor.prove({ challenge: await challenged(place), code });
    expect(later).toEqual({ outcome: 'wrong' });
  });

  it('goes on to hold, as the session does, where the platform is reached at another address', async () => {
    const before = await open();
    const { secret, cookie, person } = await protectedBy(before);
    const place = await restart(before, { origin: 'https://quay.example' });
    expect(await place.accounts.whoIs(cookie)).toMatchObject({ person });
    const challenge = await challenged(place);
    const { secondFactor } = place.accounts;
    const answer = await secondFactor.prove({ challenge, code: codeOf(secret, 1) });
    expect(answer).toMatchObject({ outcome: 'in', person });
  });

  it('is switched off with the password alone from a session, and by nobody else', async () => {
    const place = await open();
    const { cookie } = await protectedBy(place);
    const { secondFactor } = place.accounts;
    expect(await secondFactor.off({ cookie, password: 'a wrong one' })).toEqual({
      outcome: 'wrong',
    });
    expect(await secondFactor.off({ cookie: undefined, password: mei.password })).toEqual({
      outcome: 'signed-out',
    });
    expect(await secondFactor.off({ cookie, password: mei.password })).toMatchObject({
      outcome: 'in',
    });
    expect(await place.accounts.signIn(mei)).toMatchObject({ outcome: 'in' });
  });

  it('does not let in whose account was suspended between the two steps', async () => {
    const place = await open();
    const { person, secret } = await protectedBy(place);
    const challenge = await challenged(place);
    await place.avow.subjects.suspend(person);
    const code = codeOf(secret, 1);
    expect(await place.accounts.secondFactor.prove({ challenge, code })).toMatchObject({
      outcome: 'not-admitted',
      why: 'standing',
    });
  });
});
