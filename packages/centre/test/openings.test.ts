import type { MarketWords } from '@avow/policy-market';
import { type Avow, asOrderId, asPartyId, type PersonId } from 'avow';
import { describe, expect, it } from 'vitest';
import { acme, member, place } from './place.ts';

const carrier = asPartyId('swift-carrier');
const order = asOrderId('order-17');
const part = ['contact.name', 'contact.phone'] as const;

/** Somebody whose name and number a carrier was handed, for an order that goes on. */
async function handed(avow: Avow<MarketWords>): Promise<PersonId> {
  const person = await member(avow, { 'contact.phone': '+86 139 0000 0000' });
  const seller = await member(avow, { 'contact.email': 'seller@example.com' });
  await avow.parties.engage({
    party: carrier,
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: [...part],
    country: 'CN',
    until: Date.UTC(2096, 0, 1),
  });
  const serving = [{ party: carrier, categories: [...part] }];
  await avow.orders.open({ order, sides: [person, seller], serving });
  const question = { person, purpose: 'fulfilment', categories: [...part], order } as const;
  await avow.disclosures.seal('provide', { ...question, to: { party: carrier } });
  return person;
}

const nameOf = (party: string) => (party === carrier ? 'Swift' : 'Acme');
const disclosureOn = (page: string) => /href="\/mine\/openings\/([^"?]+)"/.exec(page)?.[1] ?? '';

describe('who may open what', () => {
  it('says for each who, which categories, why, since when and until when, and how to close it', async () => {
    const { avow, get } = await place({ nameOf });
    const person = await handed(avow);
    const page = await (await get('/openings', person)).text();
    for (const said of ['Swift', 'may open it', '#2.a.4', 'order-17', '1 January 2096']) {
      expect(page).toContain(said);
    }
    expect(page).toMatch(
      /<dt>What<\/dt><dd>name<\/dd>\s*<dt>Only read through us<\/dt><dd>phone number/,
    );
    expect(page).toContain('until');
    expect(page).toContain(`href="/mine/history?party=${carrier}"`);
    const chinese = await (await get('/openings?lang=zh-CN', person)).text();
    for (const said of ['可以查看', '只能经由我们查看', '至订单结束']) {
      expect(chinese).toContain(said);
    }
  });

  it('names an order as the platform does, with the way to it, here and in the registers', async () => {
    const orderOf = (id: string) => ({ label: 'A teapot', href: `/bought/${id}` });
    const { avow, get } = await place({ nameOf, orderOf });
    const person = await handed(avow);
    const link = '<a href="/bought/order-17">A teapot</a>';
    expect(await (await get('/openings', person)).text()).toContain(`<dd>${link}</dd>`);
    const held = await (await get('/', person)).text();
    expect(held).toContain(`<dt>Order</dt><dd>${link}</dd><dt>State</dt><dd>open</dd>`);
    expect(held).not.toContain('{&quot;');
  });

  it('is closed once its person has said that they mean it, and stays told', async () => {
    const { avow, get, post } = await place({ nameOf });
    const person = await handed(avow);
    const disclosure = disclosureOn(await (await get('/openings', person)).text());
    const asked = await (await get(`/openings/${disclosure}`, person)).text();
    expect(asked).toContain('Close it to Swift?');
    expect((await avow.disclosures.of(person))[0]?.closed).toBe(undefined);

    const closed = await (await post(`/openings/${disclosure}`, {}, person)).text();
    expect(closed).toContain('Swift opens nothing of it any more');
    expect((await avow.disclosures.of(person))[0]?.closed?.because).toBe('asked');
    const page = await (await get('/openings', person)).text();
    expect(page).toContain('Nobody outside has anything');
    expect(page).toContain('you closed it');
    expect(disclosureOn(page)).toBe('');
    expect(await (await get('/history', person)).text()).toContain('What was handed over: closed');
    // The page is old by now.
    expect(await (await post(`/openings/${disclosure}`, {}, person)).text()).toContain('already');
    expect(await (await get(`/openings/${disclosure}`, person)).text()).toContain('already');
  });

  it('is told and closed by nobody else', async () => {
    const { avow, get, post } = await place({ nameOf });
    const person = await handed(avow);
    const [found] = await avow.disclosures.of(person);
    const other = await member(avow, { 'contact.email': 'other@example.com' });
    const path = `/openings/${found?.disclosure}`;
    expect((await get(path, other)).status).toBe(404);
    expect((await post(path, {}, other)).status).toBe(404);
    expect((await get('/openings/nothing', person)).status).toBe(404);
    expect((await get(path)).status).toBe(401);
    expect((await post(path, {}, person, 'http://elsewhere.test')).status).toBe(403);
    expect((await avow.disclosures.of(person))[0]?.closed).toBe(undefined);
  });

  it('ends with the permission that it rests on', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    await post('/choices', { matter: 'partner', answer: 'allow' }, person);
    await avow.parties.engage({
      party: acme,
      as: 'marketingPartner',
      purposes: ['marketing.partner'],
      categories: ['contact.email'],
      country: 'CN',
    });
    await avow.disclosures.seal('share', {
      person,
      purpose: 'marketing.partner',
      categories: ['contact.email'],
      to: { party: acme },
    });
    const page = await (await get('/openings', person)).text();
    expect(page).toContain('you take your permission back');
    const [consent] = await avow.consents.list(person);
    await post(
      '/choices',
      { matter: 'partner', answer: 'withdraw', consent: consent!.consent },
      person,
    );
    expect(await (await get('/openings', person)).text()).toContain(
      'you took your permission back',
    );
  });
});
