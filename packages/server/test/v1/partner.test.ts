import { createSecretKey } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { newPair, signed } from '../../../avow/test/party-keys.ts';
import { carrier, engageCarrier, order, shop } from '../../../avow/test/people.ts';
import { tokenOf } from '../oauth/client.ts';
import { ask, open } from '../open.ts';
import { register } from '../people.ts';

/** A carrier that serves two people in an order, and was handed the address of one of them. */
async function handedOver() {
  const place = await open();
  const { server, avow } = place;
  const { url } = await server.listen({ port: 0 });
  const { engagement } = await engageCarrier(avow);
  const fields = { 'contact.address': 'Mei Street 1', 'contact.phone': '+86 1' };
  const [seller, buyer] = [await register(place, fields), await register(place, fields)];
  const key = await place.key();
  const serving = [{ party: carrier, categories: ['contact.address'] }];
  const body = { order, sides: [seller, buyer], serving };
  await ask(server, 'POST', '/v1/orders', { key, body });
  const own = newPair('X25519', 'enc');
  const path = `/v1/parties/${carrier}/keys`;
  const added = await ask(server, 'POST', path, { key, body: { jwk: own.jwk } });
  const { signer, token } = await tokenOf(place, url, carrier);
  const to = { party: carrier };
  const question = { person: buyer, purpose: 'fulfilment', categories: ['contact.address'], to };
  const sealing = { key, body: { ...question, order }, once: 'sealing' };
  const seal = () => ask(server, 'POST', '/v1/acts/provide/sealed', sealing);
  const sealed = await seal();
  const asParty = (method: string, at: string, body?: object) =>
    ask(server, method, `/v1/partner${at}`, { key: token, ...(body && { body }) });
  return {
    ...place,
    ...{ url, key, buyer, engagement, signer, token, own, added, sealed, seal, asParty },
  };
}

describe('what a party does by its token', () => {
  it('is handed over sealed, listed, opened with a key for it alone, and decrypted', async () => {
    const { sealed, seal, asParty, own, added, buyer, server, key } = await handedOver();
    expect(sealed.body).toMatchObject({ permitted: true, value: { sealed: ['contact.address'] } });
    const { disclosure, jwe } = sealed.body.value;
    expect((await seal()).body.value.disclosure).toBe(disclosure);
    const listed = await asParty('GET', '/disclosures?limit=1');
    expect(listed.body).toMatchObject({
      disclosures: [{ disclosure, jwe, action: 'provide', purpose: 'fulfilment', order }],
      next: disclosure,
    });
    expect((await asParty('GET', `/disclosures?after=${disclosure}`)).body).toEqual({
      disclosures: [],
      next: null,
    });
    const opened = await asParty('POST', `/disclosures/${disclosure}/opening`);
    expect(opened.body).toMatchObject({ permitted: true, sentence: '2.a.4' });
    const granted = await compactDecrypt(opened.body.value.key, own.secret);
    expect(granted.protectedHeader.kid).toBe(added.body.kid);
    const claims = JSON.parse(Buffer.from(granted.plaintext).toString());
    const content = createSecretKey(Buffer.from(claims.key.k, 'base64url'));
    const { plaintext } = await compactDecrypt(jwe, content);
    expect(JSON.parse(Buffer.from(plaintext).toString())).toMatchObject({
      values: { 'contact.address': 'Mei Street 1' },
    });
    const [of] = (await ask(server, 'GET', `/v1/subjects/${buyer}/disclosures`, { key })).body
      .disclosures;
    expect(of).toMatchObject({ disclosure, party: carrier, opens: true, closed: null });
    expect(of.running).toEqual(expect.any(String));
    // Nothing that the party reads names the person.
    expect(JSON.stringify([listed.body, opened.body])).not.toContain(buyer);
  });

  it('is refused after the end, without a word of orders or violations, and on record', async () => {
    const { sealed, asParty, server, key, avow } = await handedOver();
    const { disclosure } = sealed.body.value;
    await avow.orders.close({ order });
    for (let tries = 0; tries < 3; tries += 1) {
      const { body } = await asParty('POST', `/disclosures/${disclosure}/opening`);
      expect(body).toMatchObject({ permitted: false, by: 'prohibition', sentence: '2.a.5' });
      expect(JSON.stringify(body.missing)).not.toMatch(/order|violation/);
    }
    const path = `/v1/parties/${carrier}/violations`;
    const { violations } = (await ask(server, 'GET', path, { key })).body;
    expect(violations).toEqual([
      { kind: 'openedAfterEnd', matter: disclosure, at: expect.any(String) },
    ]);
  });

  it('says nothing of why, where the person’s account is suspended or gone', async () => {
    const { sealed, asParty, avow, buyer } = await handedOver();
    const opening = `/disclosures/${sealed.body.value.disclosure}/opening`;
    await avow.subjects.suspend(buyer as never);
    const { body } = await asParty('POST', opening);
    expect(body).toMatchObject({ permitted: false, by: 'silence', missing: [] });
    await avow.subjects.reinstate(buyer as never);
    await avow.erase({ person: buyer as never });
    const gone = await asParty('POST', opening);
    const none = await asParty('POST', '/disclosures/nothing/opening');
    expect([gone.status, gone.body.code]).toEqual([404, 'AVOW_NOT_FOUND']);
    expect(gone.body.detail).toBe(none.body.detail);
  });

  it('closes for its person, at once', async () => {
    const { sealed, asParty, server, key, buyer } = await handedOver();
    const { disclosure } = sealed.body.value;
    await asParty('POST', `/disclosures/${disclosure}/opening`);
    const path = `/v1/subjects/${buyer}/disclosures/${disclosure}`;
    const closed = await ask(server, 'DELETE', path, { key });
    expect(closed.body).toMatchObject({ disclosure, running: [{ disclosure, party: carrier }] });
    expect((await asParty('POST', `/disclosures/${disclosure}/opening`)).body.permitted).not.toBe(
      true,
    );
    expect((await asParty('GET', '/disclosures')).body.disclosures).toEqual([]);
  });

  it('owes deletion when its engagement has ended, and confirms it by a receipt', async () => {
    const { asParty, server, key, engagement, signer } = await handedOver();
    const path = `/v1/parties/${carrier}/engagements/${engagement}`;
    const ended = await ask(server, 'DELETE', path, { key });
    expect(ended.body.running).toEqual([]);
    const [{ duty, categories, state, due }] = (await asParty('GET', '/duties')).body.duties;
    expect([state, Date.parse(due) > Date.now()]).toEqual(['due', true]);
    const refused = await asParty('POST', `/duties/${duty}/refusal`);
    expect(refused.body.state).toBe('refused');
    const iat = Math.floor(Date.now() / 1000);
    const receipt = signed(signer, { iss: carrier, duty, deleted: categories, iat });
    const confirmed = await asParty('POST', `/duties/${duty}/receipt`, { receipt });
    expect(confirmed.body).toMatchObject({ state: 'confirmed', receipt: { jws: receipt } });
    expect((await ask(server, 'GET', '/v1/duties', { key })).body.duties).toEqual([]);
    const found = await ask(server, 'GET', `/v1/parties/${carrier}`, { key });
    expect(found.body).toMatchObject({
      duties: [{ state: 'confirmed' }],
      violations: { refusedDeletion: 1 },
    });
    const listed = await ask(server, 'GET', '/v1/parties', { key });
    expect(listed.body).toMatchObject({ parties: [{ party: carrier }], next: null });
    expect((await ask(server, 'GET', `/v1/parties/${shop}`, { key })).status).toBe(404);
  });
});
