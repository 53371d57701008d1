import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { subjectTokens } from '../src/index.ts';
import { operatorTokens } from '../src/subject-token/operator.ts';
import { open } from './place.ts';

const issuer = 'https://platform.example';
const audience = 'harbour.example';
const start = Date.UTC(2026, 4, 4, 12);

async function signer(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' };
  const sign = (claims: Record<string, unknown>, typ = 'avow-subject+jwt') =>
    new SignJWT({
      iss: issuer,
      aud: audience,
      iat: start / 1000,
      exp: start / 1000 + 120,
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ })
      .sign(privateKey);
  return { jwk, sign };
}

const options = { issuer, audience, now: () => start };

describe('a subject token', () => {
  it('says whose request it is', async () => {
    const { avow } = await open();
    const { person } = await avow.subjects.create();
    const { jwk, sign } = await signer('one');
    const tokens = subjectTokens({ ...options, avow, keys: { keys: [jwk] } });
    expect(await tokens.verify(await sign({ sub: person }))).toEqual({
      outcome: 'subject',
      person,
    });
  });

  it('is refused for another issuer, audience, kind or time, and without them', async () => {
    const { avow } = await open();
    const { person: sub } = await avow.subjects.create();
    const { jwk, sign } = await signer('one');
    const tokens = subjectTokens({ ...options, avow, keys: { keys: [jwk] } });
    const at = start / 1000;
    const told = async (token: Promise<string>) => {
      const answer = await tokens.verify(await token);
      return answer.outcome === 'refused' ? answer.why : answer.outcome;
    };
    expect(await told(sign({ sub, iss: 'https://other.example' }))).toBe('claims');
    expect(await told(sign({ sub, aud: 'other.example' }))).toBe('claims');
    expect(await told(sign({ sub }, 'JWT'))).toBe('claims');
    expect(await told(sign({ sub: 'mei@example.net' }))).toBe('subject');
    expect(await told(sign({ sub: '' }))).toBe('subject');
    expect(await told(sign({}))).toBe('claims');
    expect(await told(sign({ sub, exp: undefined }))).toBe('claims');
    expect(await told(sign({ sub, exp: at + 3_600 }))).toBe('claims');
    expect(await told(sign({ sub, iat: at - 200, exp: at - 29 }))).toBe('subject');
    expect(await told(sign({ sub, iat: at - 200, exp: at - 31 }))).toBe('expired');
    expect(await told(sign({ sub, iat: at + 31, exp: at + 60 }))).toBe('claims');
    expect(await told(sign({ sub, nbf: at + 31 }))).toBe('claims');
  });

  it('is refused if it is altered, signed by another, or not signed at all', async () => {
    const { avow } = await open();
    const { person: sub } = await avow.subjects.create();
    const { jwk, sign } = await signer('one');
    const other = await signer('one');
    const tokens = subjectTokens({ ...options, avow, keys: { keys: [jwk] } });
    expect(await tokens.verify(await other.sign({ sub }))).toEqual({
      outcome: 'refused',
      why: 'signature',
    });
    const [, payload] = (await sign({ sub })).split('.');
    const none = Buffer.from('{"alg":"none","typ":"avow-subject+jwt"}').toString('base64url');
    expect((await tokens.verify(`${none}.${payload}.`)).outcome).toBe('refused');
    const shared = Buffer.from('{"alg":"HS256","kid":"one"}').toString('base64url');
    expect((await tokens.verify(`${shared}.${payload}.AAAA`)).outcome).toBe('refused');
    expect(await tokens.verify('not a token')).toEqual({ outcome: 'refused', why: 'malformed' });
  });

  it('is checked by keys that may change where they are published', async () => {
    const { avow } = await open();
    const { person } = await avow.subjects.create();
    const [old, next] = [await signer('old'), await signer('next')];
    let published = [old.jwk];
    const server = createServer((_, answer) => answer.end(JSON.stringify({ keys: published })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const keys = new URL(`http://127.0.0.1:${port}/jwks.json`);
    const before = subjectTokens({ ...options, avow, keys });
    expect(await before.verify(await old.sign({ sub: person }))).toMatchObject({
      outcome: 'subject',
    });
    published = [next.jwk];
    // Asked again at most every 30 seconds, so a flood of made-up key names costs the platform nothing.
    expect(await before.verify(await next.sign({ sub: person }))).toMatchObject({ why: 'keys' });
    const after = subjectTokens({ ...options, avow, keys });
    expect(await after.verify(await next.sign({ sub: person }))).toEqual({
      outcome: 'subject',
      person,
    });
    expect(await after.verify(await old.sign({ sub: person }))).toMatchObject({ why: 'keys' });
  });

  it('of somebody suspended opens nothing', async () => {
    const { avow } = await open();
    const { person } = await avow.subjects.create();
    const { jwk, sign } = await signer('one');
    const tokens = subjectTokens({ ...options, avow, keys: { keys: [jwk] } });
    await avow.subjects.suspend(person);
    const answer = await tokens.verify(await sign({ sub: person }));
    expect(answer).toEqual({ outcome: 'refused', why: 'subject' });
  });

  it('opens nothing where the keys cannot be read, or lie in the clear', async () => {
    const { avow } = await open();
    const { sign } = await signer('one');
    const keys = new URL('http://127.0.0.1:9/jwks.json');
    const tokens = subjectTokens({ ...options, avow, keys });
    expect(await tokens.verify(await sign({ sub: 'x' }))).toEqual({
      outcome: 'refused',
      why: 'keys',
    });
    const clear = new URL('http://platform.example/jwks.json');
    expect(() => subjectTokens({ ...options, avow, keys: clear })).toThrow(RangeError);
    expect(() => subjectTokens({ ...options, avow, keys, skew: 600 })).toThrow(RangeError);
  });
});

describe('an operator token', () => {
  it('says who works here and as what, and no token of a person’s is one', async () => {
    const { avow } = await open();
    const { person: sub } = await avow.subjects.create({ kind: 'device' });
    const { jwk, sign } = await signer('one');
    const tokens = operatorTokens({ ...options, avow, keys: { keys: [jwk] } });
    const typ = 'avow-operator+jwt';
    const whole = { sub, role: 'legal', amr: ['pwd', 'mfa'] };
    const told = async (claims: object, kind = typ) =>
      tokens.verify(await sign({ ...claims }, kind));
    expect(await told(whole)).toEqual({ outcome: 'operator', operator: sub, role: 'legal' });
    const refused = (why: string) => ({ outcome: 'refused', why });
    expect(await told(whole, 'avow-subject+jwt')).toEqual(refused('claims'));
    expect(await told({ ...whole, role: 'owner' })).toEqual(refused('claims'));
    expect(await told({ ...whole, amr: ['pwd'] })).toEqual(refused('claims'));
    expect(await told({ ...whole, amr: 'mfa' })).toEqual(refused('claims'));
    expect(await told({ ...whole, sub: 'nobody' })).toEqual(refused('subject'));
    await avow.subjects.suspend(sub);
    expect(await told(whole)).toEqual(refused('subject'));
    const people = subjectTokens({ ...options, avow, keys: { keys: [jwk] } });
    expect(await people.verify(await sign(whole, typ))).toEqual(refused('claims'));
  });
});
