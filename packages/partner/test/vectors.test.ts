import jose from 'node-jose';
import { describe, expect, it } from 'vitest';
import { opened } from './page/opened.ts';
import { opening, refusing } from './vectors.ts';

describe('the kit, in Node', () => {
  it.each(opening)('opens $shows', async ({ given, found }) => {
    expect(await opened(given)).toEqual(found);
  });

  it.each(refusing)('refuses $shows', async ({ given, found }) => {
    expect(await opened(given)).toEqual(found);
  });
});

/** node-jose shares no line with what made them. */
describe('a foreign JOSE library', () => {
  const decrypt = async (jwe: string, key: object) => {
    const opener = jose.JWE.createDecrypt(await jose.JWK.asKey(key));
    return JSON.parse((await opener.decrypt(jwe)).payload.toString('utf8'));
  };

  it.each(opening)('opens $shows', async ({ given, found }) => {
    const { key, exp } = await decrypt(given.granted, given.keys.encryption[0]!);
    const { disclosure, values } = await decrypt(given.sealed, key);
    expect([disclosure, values]).toEqual([given.disclosure, 'values' in found && found.values]);
    expect(exp * 1000).toBeGreaterThan(given.at);
  });

  it('makes what the kit opens', async () => {
    const { given } = opening[0]!;
    const seal = async (content: object, key: object, alg: string, kid: string) => {
      const to = await jose.JWK.asKey({ ...key, kid });
      const options = { format: 'compact' as const, contentAlg: 'A256GCM', fields: { alg } };
      return jose.JWE.createEncrypt(options, to).update(JSON.stringify(content)).final();
    };
    const { issuer: iss, party: aud, disclosure, keys } = given;
    const secret = await jose.JWK.createKey('oct', 256, { alg: 'A256GCM' });
    const key = secret.toJSON(true) as { k: string };
    const { d: _, ...own } = keys.encryption[0]!;
    const iat = Math.floor(given.at / 1000);
    const said = { disclosure, iss, aud, iat };
    const granted = await seal({ ...said, exp: iat + 30, key }, own, 'ECDH-ES+A256KW', own.kid);
    const values = { 'contact.name': 'Ana Duarte' };
    const sealed = await seal({ ...said, values }, key, 'dir', disclosure);
    expect(await opened({ ...given, sealed, granted, at: iat * 1000 })).toEqual({
      values,
      lasts: 30_000,
    });
  });
});
