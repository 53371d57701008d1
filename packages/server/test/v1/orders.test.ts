import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/orders', () => {
  it('3.f: contact is told to the side that performed and asked, and not before', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const seller = await register(place, { 'contact.phone': '+86 20 5555 0101' });
    const buyer = await register(place, { 'contact.phone': '+86 20 5555 0102' });
    const opened = await ask(server, 'POST', '/v1/orders', {
      key: await key('evidence:write'),
      body: { order: 'order-1042', sides: [seller, buyer] },
    });
    expect([opened.status, opened.body.state]).toEqual([201, 'open']);
    const contact = async () =>
      ask(server, 'POST', '/v1/acts/disclose?lang=en', {
        key: await key('acts'),
        body: {
          person: buyer,
          purpose: 'dispute.order',
          categories: ['contact.phone'],
          to: { user: seller },
          order: 'order-1042',
        },
      });
    expect((await contact()).body.permitted).toBe(false);

    const step = async (name: string, body: object) =>
      ask(server, 'POST', `/v1/orders/order-1042/${name}`, {
        key: await key('evidence:write'),
        body,
      });
    expect((await step('performances', { by: seller })).status).toBe(200);
    await step('requests', { by: seller, categories: ['contact.phone'] });
    const told = (await contact()).body;
    expect(told).toMatchObject({
      permitted: true,
      value: { values: { 'contact.phone': '+86 20 5555 0102' } },
    });
    expect(told.sentence).toMatch(/^3\.f\./);
    expect(told.text).toEqual(expect.any(String));

    await step('disputes', { by: buyer });
    const read = async () =>
      ask(server, 'GET', '/v1/orders/order-1042', { key: await key('evidence:read') });
    expect((await read()).body.state).toBe('disputed');
    await ask(server, 'POST', '/v1/orders/order-1042/closure', { key: await key() });
    expect((await read()).body.state).toBe('closed');
    expect((await contact()).body.permitted).toBe(false);
  });

  it('takes a name of an order once, and knows which it does not have', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const sides = [await register(place), await register(place, { 'contact.name': 'Lin' })];
    const body = { order: 'order-7', sides };
    expect((await ask(server, 'POST', '/v1/orders', { key: await key(), body })).status).toBe(201);
    const again = await ask(server, 'POST', '/v1/orders', { key: await key(), body });
    expect([again.status, again.body.code]).toEqual([409, 'AVOW_EXISTS']);
    const other = await ask(server, 'GET', '/v1/orders/order-8', { key: await key() });
    expect(other.status).toBe(404);
  });
});
