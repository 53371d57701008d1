import { asPartyId } from 'avow';
import { describe, expect, it } from 'vitest';
import { newPair, signerOf } from '../../../avow/test/party-keys.ts';
import { ask, open } from '../open.ts';
import { askToken, assertionOf, type Signer, tokenOf } from './client.ts';

const carrier = asPartyId('swift-parcels');
const shop = asPartyId('corner-shop');

/** A server at a port of its own, and a party whose key is on record there. */
async function listening(options: Parameters<typeof open>[0] = {}) {
  const place = await open(options);
  const { url } = await place.server.listen({ port: 0 });
  const signer = await signerOf(place.avow, carrier, newPair('P-256'));
  return { ...place, url, signer };
}

describe('/oauth/token', () => {
  it('answers a token to a party that signs with a key on record, ES256 or EdDSA', async () => {
    const { avow, url, signer } = await listening();
    const other = await signerOf(avow, carrier);
    for (const each of [signer, other]) {
      const { status, headers, body } = await askToken(url, assertionOf(each, carrier, url));
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toEqual({
        access_token: expect.stringMatching(/^avt_[0-9a-f]{16}_[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 300,
      });
    }
    const forIssuer = assertionOf(signer, carrier, url, { aud: [url] });
    expect((await askToken(url, forIssuer, { client_id: carrier })).status).toBe(200);
    expect(await avow.parties.violations(carrier)).toEqual([]);
  });

  it('says where it is', async () => {
    const { url } = await listening();
    const told = await fetch(`${url}/.well-known/oauth-authorization-server`);
    expect(await told.json()).toMatchObject({
      issuer: url,
      token_endpoint: `${url}/oauth/token`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });

  it('refuses whatever else is signed, all alike', async () => {
    const { url, signer } = await listening();
    const now = Math.floor(Date.now() / 1000);
    const asked: readonly [object, object?][] = [
      [{ aud: 'https://another.example/oauth/token' }],
      [{ aud: [`${url}/oauth/token`, 'https://another.example'] }],
      [{ sub: shop }],
      [{ iss: shop }],
      [{ exp: now + 3_600 }],
      [{ exp: now - 60 }],
      [{ exp: undefined }],
      [{ jti: undefined }],
      [{ jti: 7 }],
      [{ nbf: now + 600 }],
      [{}, { alg: 'none' }],
      [{}, { alg: 'HS256' }],
      [{}, { kid: undefined }],
      [{}, { crit: ['exp'], exp: 1 }],
    ];
    for (const [otherwise, header] of asked) {
      const assertion = assertionOf(signer, carrier, url, otherwise, header);
      const { status, body } = await askToken(url, assertion);
      expect([status, body], JSON.stringify([otherwise, header])).toEqual([
        401,
        { error: 'invalid_client', error_description: 'the assertion is not taken' },
      ]);
    }
    expect((await askToken(url, 'no.jwt.here')).status).toBe(401);
  });

  it('refuses what is no such request, by the words of RFC 6749', async () => {
    const { url, signer } = await listening();
    const assertion = assertionOf(signer, carrier, url);
    const error = async (otherwise: object) =>
      (await askToken(url, assertion, otherwise)).body['error'];
    expect(await error({ grant_type: 'password' })).toBe('unsupported_grant_type');
    expect(await error({ scope: 'admin' })).toBe('invalid_scope');
    expect(await error({ client_assertion_type: 'basic' })).toBe('invalid_client');
    expect(await error({ client_id: shop })).toBe('invalid_client');
    const asJson = await fetch(`${url}/oauth/token`, { method: 'POST', body: '{}' });
    expect(await asJson.json()).toMatchObject({ error: 'invalid_request' });
    expect((await fetch(`${url}/oauth/token`)).status).toBe(405);
  });

  it('takes an assertion once; a second time is on the party’s record, once', async () => {
    const { avow, url, signer } = await listening();
    const assertion = assertionOf(signer, carrier, url);
    const all = await Promise.all(Array.from({ length: 5 }, () => askToken(url, assertion)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
    expect(await avow.parties.violations(carrier)).toMatchObject([{ kind: 'wrongKey' }]);
  });

  it('puts a key that is not the party’s on its record, once, and nothing of a party that there is not', async () => {
    const { avow, url, signer } = await listening();
    const stranger: Signer = { ...newPair('P-256'), kid: signer.kid };
    for (const kid of [signer.kid, 'another', 'another']) {
      const assertion = assertionOf({ ...stranger, kid }, carrier, url);
      expect((await askToken(url, assertion)).status).toBe(401);
    }
    await askToken(url, assertionOf(stranger, shop, url));
    expect(await avow.parties.violations(carrier)).toMatchObject([{ kind: 'wrongKey' }]);
    expect(await avow.parties.get(shop)).toBeUndefined();
  });

  it('answers nobody elsewhere unless it knows its own origin', async () => {
    const { server, signer } = await listening();
    const elsewhere = { headers: { host: 'market.example' } };
    const at = (path: string, more = {}) =>
      server.fetch(new Request(`https://market.example${path}`, { ...elsewhere, ...more }));
    expect((await at('/.well-known/oauth-authorization-server')).status).toBe(404);
    const named = await listening({ url: 'https://market.example' });
    const { kid, jwk, secret } = await signerOf(named.avow, carrier);
    const right = assertionOf({ kid, jwk, secret }, carrier, 'https://market.example');
    expect((await askToken(named.url, right)).status).toBe(200);
    const wrong = assertionOf({ kid, jwk, secret }, carrier, named.url);
    expect((await askToken(named.url, wrong)).status).toBe(401);
    expect(signer.kid).not.toBe(kid);
  });

  it('is limited like any other route', async () => {
    const limits = { address: { perSecond: 0.001, burst: 3 } };
    const { url } = await listening({ limits });
    const asked = await Promise.all(Array.from({ length: 5 }, () => askToken(url, 'x.y.z')));
    expect(asked.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429]);
  });
});

describe('a party’s token', () => {
  it('opens the routes of parties and nothing else, and no API key opens those', async () => {
    const place = await listening();
    const { server, key, url } = place;
    const { token } = await tokenOf(place, url, carrier);
    const asked = async (path: string, by: string | undefined) => {
      const { status, body } = await ask(server, 'GET', path, { key: by });
      return [status, body.code];
    };
    expect(await asked('/v1/partner/duties', token)).toEqual([200, undefined]);
    expect(await asked('/v1/partner/duties', undefined)).toEqual([401, 'AVOW_TOKEN_MISSING']);
    expect(await asked('/v1/partner/duties', await key())).toEqual([401, 'AVOW_TOKEN_REFUSED']);
    expect(await asked('/v1/parties', token)).toEqual([401, 'AVOW_KEY_REFUSED']);
    expect(await asked('/v1/partner/duties', `${token.slice(0, -1)}_`)).toEqual([
      401,
      'AVOW_TOKEN_REFUSED',
    ]);
  });

  it('dies with its key, and sleeps while the party is suspended', async () => {
    const place = await listening();
    const { avow, server, url, signer } = place;
    const { body } = await askToken(url, assertionOf(signer, carrier, url));
    const token = String(body['access_token']);
    const status = async () =>
      (await ask(server, 'GET', '/v1/partner/duties', { key: token })).status;
    expect(await status()).toBe(200);
    await avow.parties.suspend({ party: carrier });
    expect(await status()).toBe(401);
    expect((await askToken(url, assertionOf(signer, carrier, url))).status).toBe(401);
    expect(await avow.parties.violations(carrier)).toEqual([]);
    await avow.parties.reinstate({ party: carrier });
    expect(await status()).toBe(200);
    await avow.parties.revokeKey({ party: carrier, kid: signer.kid });
    expect(await status()).toBe(401);
  });
});
