import { randomUUID } from 'node:crypto';
import { compactDecrypt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { granted } from '../servers/client.ts';
import { type PartyClient, partyClient } from './party-client.ts';
import { registered } from './registered.ts';
import { type Served, serveAlone } from './serve-alone.ts';

// What one party was handed is worth nothing to another, whatever it got hold of: each try is refused,
// and on the record of whoever tried.

let served: Served;
let carrier: PartyClient;
let thief: PartyClient;
let handed: { readonly disclosure: string; readonly jwe: string };

beforeAll(async () => {
  served = await serveAlone();
  const { ask } = served;
  const [person, other] = [await registered(ask), await registered(ask)];
  const terms = { purposes: ['fulfilment'], categories: ['contact.name'], country: 'CN' };
  for (const party of ['carrier', 'thief']) {
    const body = { as: 'servicePartner', ...terms };
    await granted(ask('POST', `/v1/parties/${party}/engagements`, { body }));
  }
  carrier = await partyClient(served, 'carrier');
  thief = await partyClient(served, 'thief');
  const serving = [{ party: 'carrier', categories: ['contact.name'] }];
  const order = { order: 'order-1', sides: [person, other], serving };
  await granted(ask('POST', '/v1/orders', { body: order }));
  const question = {
    person,
    purpose: 'fulfilment',
    categories: ['contact.name'],
    order: 'order-1',
  };
  const body = { ...question, to: { party: 'carrier' } };
  handed = (await granted(ask('POST', '/v1/acts/provide/sealed', { body }))).value;
});

afterAll(async () => {
  carrier.close();
  thief.close();
  await served.remove();
});

/** How often each kind of violation is on record of a party. */
async function recorded(party: string): Promise<readonly string[]> {
  const { violations } = await granted(served.ask('GET', `/v1/parties/${party}/violations`));
  return violations.map((each: { readonly kind: string }) => each.kind);
}

it('a stolen seal is not there for another party, and that it tried is on its record', async () => {
  const asked = await thief.ask(handed.disclosure, 'opening');
  expect(asked).toMatchObject({ status: 404, body: { code: 'AVOW_NOT_FOUND' } });
  expect(await recorded('thief')).toEqual(['foreignDisclosure']);
});

it('an opening of another opens with that one’s key and with no other', async () => {
  const { body } = await carrier.ask(handed.disclosure, 'opening');
  expect(body.permitted).toBe(true);
  await expect(compactDecrypt(body.value.key, thief.secret)).rejects.toThrow();
  const opened = await compactDecrypt(body.value.key, carrier.secret);
  const { aud, exp, disclosure } = JSON.parse(new TextDecoder().decode(opened.plaintext));
  expect({ aud, disclosure }).toEqual({ aud: 'carrier', disclosure: handed.disclosure });
  expect(exp * 1_000 - Date.now()).toBeLessThanOrEqual(60_000);
});

it('nobody comes in as a party with another key, and that somebody tried is on its record', async () => {
  const token = `${served.url}/oauth/token`;
  const { privateKey } = await generateKeyPair('ES256');
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: 'not-one-of-its-own' })
    .setIssuer('carrier')
    .setSubject('carrier')
    .setAudience(token)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(privateKey);
  const answer = await fetch(token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
  expect(await recorded('carrier')).toEqual(['wrongKey']);
});
