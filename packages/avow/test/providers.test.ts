import { readPolicy } from '@avow/policy';
import { policy } from '@avow/policy-market';
import type { VaultRead } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import { providers } from '../src/facts/registry.ts';
import type { FactProvider, PersonId } from '../src/index.ts';
import { approve, court, DOCUMENT, engage, operators, orderOf, ticketOf } from './desk.ts';
import { carrier, engageCarrier, engageShop, member, openOrder, order, shop } from './people.ts';
import { type Market, market } from './place.ts';

/** What is wrong with which provider, for the moment. */
const broken: { name: string; how: 'reads' | 'judges' | 'no failure' } = {
  name: '',
  how: 'no failure',
};

/** The providers of the library, one of which fails. */
const failing: Record<string, FactProvider> = Object.fromEntries(
  Object.entries(providers).map(([name, provider]) => [
    name,
    {
      reads(asked) {
        if (broken.name === name && broken.how === 'reads') throw new Error('out of order');
        return provider.reads(asked);
      },
      judge(rows, asked, now) {
        if (broken.name === name && broken.how === 'judges') throw new Error('out of order');
        return provider.judge(rows, asked, now);
      },
    },
  ]),
);

/** Requests of every sort, as many refused as permitted. */
async function requests(avow: Market): Promise<(() => Promise<{ permitted: boolean }>)[]> {
  const [seller, person] = [await member(avow, 'Li'), await member(avow, 'Mei')];
  const { person: device } = await avow.subjects.create({ kind: 'device' });
  await engageCarrier(avow);
  await engageShop(avow);
  await openOrder(avow, seller, person);
  await avow.orders.perform({ order, by: seller });
  await avow.orders.ask({ order, by: seller, categories: ['contact.phone'] });
  const phone = { categories: ['contact.phone'] } as const;
  const choice = { person, ...phone, language: 'en' } as const;
  await avow.consents.give({
    ...{ ...choice, party: shop, action: 'share' },
    purposes: ['marketing.partner'],
  });
  await avow.consents.refuse({
    ...{ ...choice, party: 'platform', action: 'message' },
    purposes: ['marketing.own'],
  });
  const look = await atTheDesk(avow, person, seller);
  const address = { categories: ['contact.address'], to: { party: carrier } } as const;
  const dispute = { purpose: 'dispute.order', order, to: { user: seller } } as const;
  const cookie = { person: device, categories: ['cookie.identifier'] } as const;
  return [
    () => avow.act('use', { person, ...phone, purpose: 'account' }),
    () => avow.act('message', { person, ...phone, purpose: 'marketing.own', to: 'person' }),
    () => avow.act('show', { person, ...phone, purpose: 'rights', to: 'person' }),
    () => avow.act('show', { person, ...phone, purpose: 'rights', to: { user: seller } }),
    () => avow.disclosures.seal('provide', { person, ...address, purpose: 'fulfilment', order }),
    () =>
      avow.disclosures.seal('provide', {
        person,
        ...address,
        purpose: 'fulfilment',
        ...phone,
        order,
      }),
    () =>
      avow.disclosures.seal('share', {
        person,
        ...phone,
        purpose: 'marketing.partner',
        to: { party: shop },
      }),
    () => avow.disclosures.seal('sell', { person, ...phone, purpose: 'wish', to: { party: shop } }),
    ...look,
    () => avow.act('disclose', { person, ...phone, ...dispute }),
    () => avow.act('disclose', { person, categories: ['contact.name'], ...dispute }),
    () => avow.act('setCookie', { ...cookie, purpose: 'cookies.needed' }),
    () => avow.act('setCookie', { ...cookie, purpose: 'cookies.promotion' }),
    () =>
      avow.collect({
        ...{ person: device, purpose: 'security', source: 'device' },
        fields: { 'visit.page': '/' },
      }),
  ];
}

/** What three cases of a person make possible, on an order, a complaint and a request of theirs. */
async function atTheDesk(avow: Market, person: PersonId, respondent: PersonId) {
  const staff = await operators(avow);
  const [by, second, third] = staff;
  await engage(avow, court, 'authority');
  const evidence = await orderOf(avow, person, staff, Date.now());
  const categories = ['contact.name'] as const;
  const law = { type: 'law', person, by, to: { party: court }, categories, evidence } as const;
  const { case: onOrder } = await avow.desk.cases.open(law);
  await approve(avow, onOrder, [second, third]);
  const filing = {
    right: 'patent',
    title: 'A lock',
    listing: 'lock-1',
    document: DOCUMENT,
  } as const;
  const { case: complaint } = await avow.desk.complaints.file({
    ...{ ...filing, complainant: person, respondent },
  });
  await avow.desk.complaints.verify({ case: complaint, by });
  await avow.desk.complaints.ask({ case: complaint, by: person });
  const { case: help } = await avow.desk.cases.open({ type: 'support', person, by: person });
  await avow.desk.cases.assign({ case: help, by, operator: by });
  const looks = [
    { case: onOrder, as: { party: court } },
    { case: complaint, as: { user: respondent } },
  ];
  const views = [];
  for (const { case: id, as } of looks) {
    const ticket = ticketOf(await avow.desk.cases.deliver({ case: id, by }));
    views.push({ ...(await avow.desk.portal.redeem({ ticket, as })), as });
  }
  return [
    ...views.map(
      ({ view, as }) =>
        () =>
          avow.desk.portal.look({ view, as }),
    ),
    () =>
      avow.act('show', { person, categories, purpose: 'support', to: { staff: by }, case: help }),
  ];
}

describe('a provider of facts that fails', () => {
  it('never makes anything possible, and fails no act', async () => {
    const avow = await market({ facts: failing });
    const asked = await requests(avow);
    const ask = async () => {
      const permitted: boolean[] = [];
      for (const request of asked) permitted.push((await request()).permitted);
      return permitted;
    };
    const sound = await ask();
    expect(sound).toContain(true);
    expect(sound).toContain(false);

    let narrowed = 0;
    for (const name of Object.keys(providers)) {
      for (const how of ['reads', 'judges'] as const) {
        Object.assign(broken, { name, how });
        const answers = await ask();
        const widened = answers.filter((permitted, at) => permitted && !sound[at]);
        expect({ name, how, widened }).toEqual({ name, how, widened: [] });
        if (answers.some((permitted, at) => !permitted && sound[at])) narrowed += 1;
      }
    }
    Object.assign(broken, { name: '', how: 'no failure' });
    // The test would prove nothing if hardly any of them mattered to these requests.
    expect(narrowed).toBeGreaterThan(Object.keys(providers).length);
  });

  it('leaves a fact unknown if nobody provides it, and says so', async () => {
    // A market whose policy reads age from where nobody looks.
    const { facts: known } = policy.vocabulary;
    const childAlone = { ...known.childAlone, from: 'birthday' };
    const vocabulary = { ...policy.vocabulary, facts: { ...known, childAlone } };
    const stored = readPolicy(JSON.stringify({ ...policy, vocabulary }));
    const avow = await market({ policy: stored as typeof policy });
    const facts = avow.facts();
    expect(facts.find(({ fact }) => fact === 'accepted')).toMatchObject({ built: true });
    expect(facts.find(({ fact }) => fact === 'childAlone')).toMatchObject({ built: false });
  });
});

it('a provider is asked once what it reads, so an entry cites what was read, whatever it would say later', async () => {
  let asked = 0;
  const accepted = providers['acceptance']!;
  const fickle: FactProvider = {
    ...accepted,
    reads(about) {
      asked += 1;
      // Only what it says first of a plan was read by the plan's unit.
      if (asked > 1) throw new Error('out of order');
      return accepted.reads(about);
    },
  };
  const avow = await market({ facts: { acceptance: fickle } });
  asked = Number.NEGATIVE_INFINITY;
  const person = await member(avow);
  asked = 0;
  const what = { person, purpose: 'account', categories: ['contact.phone'] } as const;
  expect(await avow.act('use', what)).toMatchObject({ permitted: true });
  expect(asked).toBe(1);
});

describe('what a provider wants read', () => {
  const accepted = providers['acceptance']!;
  const what = { purpose: 'account', categories: ['contact.phone'] } as const;

  it.each([
    ['nothing', () => undefined],
    ['a number', () => 5],
    ['a list of nothing', () => [undefined]],
  ])(
    'makes its fact unknown, and fails no act, where it is no list of reads: %s',
    async (_, wrong) => {
      let isWrong = false;
      const reads: FactProvider['reads'] = (about) =>
        isWrong ? (wrong() as never) : accepted.reads(about);
      const avow = await market({ facts: { acceptance: { ...accepted, reads } } });
      const person = await member(avow);
      isWrong = true;
      expect(await avow.act('use', { person, ...what })).toMatchObject({ permitted: false });
    },
  );

  it('is what it said, also where it goes on changing the list', async () => {
    const list: VaultRead[] = [];
    const shared: FactProvider = {
      reads(about) {
        list.splice(0, list.length, ...accepted.reads(about));
        return list;
      },
      judge(rows, about, now) {
        const holds = accepted.judge(rows, about, now);
        list.push({ table: 'evidence', by: 'key', equals: ['another'], limit: 1 });
        return holds;
      },
    };
    const avow = await market({ facts: { acceptance: shared } });
    const person = await member(avow);
    expect(await avow.act('use', { person, ...what })).toMatchObject({ permitted: true });
  });
});
