import { policy } from '@avow/policy-market';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideByReference } from '../../packages/policy/test/reference/semantics.ts';
import type { Client } from '../servers/client.ts';
import { begin, type Life, tick } from './life.ts';
import { type Asked, factsOf, type HandedModel, questionOf } from './model.ts';
import { type PartyClient, partyClient } from './party-client.ts';
import { type Served, serveAlone } from './serve-alone.ts';

// Every act, to every kind of party, of every category, for every purpose, at every moment of the
// party's life: over HTTP, and the answer each time what the reference semantics say of what is so.

const parties = ['carrier', 'bank', 'storage', 'shop', 'broker', 'stranger'] as const;
const sealing = ['provide', 'sell', 'lease', 'share', 'trade', 'disclose', 'transfer'] as const;
const plain = ['show', 'publish'] as const;
const categories = ['contact.name', 'contact.phone', 'contact.email', 'registration.username'];
const online = ['contact.phone'];
const purposes = ['fulfilment', 'marketing.partner', 'wish'] as const;
const reach = ['contact.name', 'contact.phone', 'contact.email'];

/** How many questions are under way at a time. */
const TOGETHER = 16;

let served: Served;
let server: Client;
const handed: HandedModel[] = [];
const clients = new Map<string, PartyClient>();
let life: Life;

beforeAll(async () => {
  served = await serveAlone();
  server = served.ask;
  life = await begin(server, handed);
  for (const party of parties) clients.set(party, await partyClient(served, party));
});

afterAll(async () => {
  for (const client of clients.values()) client.close();
  await served.remove();
});

const moments: readonly (readonly [string, () => Promise<void>])[] = [
  ['before anything is agreed', async () => undefined],
  [
    'with engagements and no order',
    async () => {
      const service = { purposes: ['fulfilment', 'support'], categories: reach };
      await life.engage('carrier', { as: 'servicePartner', ...service });
      await life.engage('bank', { as: 'servicePartner', ...service, categories: ['contact.name'] });
      await life.engage('storage', { as: 'affiliate', ...service });
      const ads = { purposes: ['marketing.partner'], categories: reach };
      await life.engage('shop', { as: 'marketingPartner', ...ads });
      await life.engage('broker', { as: 'unrelated', purposes: ['wish'], categories: reach });
    },
  ],
  [
    'while an order is served',
    () => life.order('o-1', { carrier: ['contact.name', 'contact.phone'], bank: ['contact.name'] }),
  ],
  [
    'with permissions',
    async () => {
      await life.allow('shop', {
        action: 'share',
        purpose: 'marketing.partner',
        categories: reach,
      });
      await life.allow('broker', { action: 'sell', purpose: 'wish', categories: ['contact.name'] });
      await life.allow('stranger', { action: 'provide', purpose: 'wish', categories: reach });
      await life.allow('carrier', { action: 'disclose', purpose: 'wish', categories: reach });
    },
  ],
  ['while a party is suspended', () => life.suspend('carrier')],
  ['once it is reinstated', () => life.reinstate('carrier')],
  [
    'after permissions were taken back',
    async () => {
      await life.takeBack('shop');
      await life.takeBack('stranger');
    },
  ],
  [
    'after they were given again',
    () => life.allow('shop', { action: 'share', purpose: 'marketing.partner', categories: reach }),
  ],
  ['after the order has closed', () => life.close('o-1')],
  [
    'after engagements have ended',
    async () => {
      for (const party of ['carrier', 'shop', 'broker']) await life.end(party);
    },
  ],
  [
    'under new engagements and another order',
    async () => {
      const service = { purposes: ['fulfilment', 'support'], categories: reach };
      await life.engage('carrier', { as: 'servicePartner', ...service });
      const ads = { purposes: ['marketing.partner'], categories: reach };
      await life.engage('shop', { as: 'marketingPartner', ...ads });
      await life.order('o-2', { carrier: reach });
    },
  ],
];

describe('what third parties get', () => {
  it.each(moments)(
    'is what the policy says %s',
    async (_moment, deed) => {
      await deed();
      const asked = await all(questions(), handOver);
      expect(asked.filter((each) => each !== undefined)).toEqual([]);
      expect((await all([...handed], openByEveryone)).flat()).toEqual([]);
    },
    240_000,
  );

  it('was handed over and opened often enough to mean something', () => {
    expect(handed.length).toBeGreaterThan(40);
    expect(new Set(handed.map(({ action }) => action)).size).toBeGreaterThanOrEqual(4);
  });
});

/** Every question of this moment. */
function questions(): Asked[] {
  const [person = ''] = life.people;
  const open = [...life.world.orders].filter(([, order]) => order.open).map(([name]) => name);
  return [...sealing, ...plain].flatMap((action) =>
    parties.flatMap((party) =>
      categories.flatMap((category) =>
        purposes.map((purpose) => ({
          ...{ action, person, party, category, purpose },
          order: purpose === 'fulfilment' ? open.at(-1) : undefined,
        })),
      ),
    ),
  );
}

/** Asks; what was permitted is kept, and what is otherwise than it must be is told. */
async function handOver(asked: Asked): Promise<object | undefined> {
  const { action, person, party, category, purpose, order } = asked;
  const body = {
    person,
    purpose,
    categories: [category],
    to: { party },
    ...(order ? { order } : {}),
  };
  const isSealed = (sealing as readonly string[]).includes(action);
  const path = isSealed ? `/v1/acts/${action}/sealed` : `/v1/acts/${action}`;
  const since = life.world.clock;
  const { status, body: answer } = await server('POST', path, { body });
  const expected = verdict(asked);
  if (status !== 200) return { asked, status, code: answer.code, expected };
  if (answer.permitted && isSealed) {
    const { disclosure } = answer.value;
    const isOnline = online.includes(category);
    const rest = { order, since, closed: false, person, party, action, purpose, disclosure };
    handed.push({
      ...rest,
      sealed: isOnline ? [] : [category],
      online: isOnline ? [category] : [],
    });
  }
  return told(asked, answer, expected);
}

/** Its own party opens it, or is refused as the policy says; to any other it is not there. */
async function openByEveryone(disclosure: HandedModel): Promise<object[]> {
  const wrong: object[] = [];
  const { person, party, purpose, order, sealed } = disclosure;
  const [category = ''] = [...sealed, ...disclosure.online];
  const asked = { action: 'open', person, party, purpose, order, category, handed: disclosure };
  const how = sealed.length > 0 ? 'opening' : 'reading';
  const own = await clients.get(party)!.ask(disclosure.disclosure, how);
  if (life.world.parties.get(party)?.suspended) {
    if (own.status !== 401 && own.body.permitted !== false) wrong.push({ asked, own });
  } else {
    const differs = told(asked, own.body, verdict(asked));
    if (own.status !== 200 || differs) wrong.push(differs ?? { asked, status: own.status });
  }
  const other = parties[(parties.indexOf(party as never) + 1) % parties.length]!;
  if (life.world.parties.get(other)?.suspended) return wrong;
  const foreign = await clients.get(other)!.ask(disclosure.disclosure, how);
  if (foreign.status !== 404) wrong.push({ asked, foreign: foreign.status });
  return wrong;
}

function verdict(asked: Asked) {
  if (life.world.parties.get(asked.party)?.suspended)
    return { permitted: false, sentence: undefined };
  const { permitted, sentence } = decideByReference(
    policy,
    questionOf(life.world, asked),
    factsOf(life.world, asked),
  );
  return { permitted, sentence };
}

function told(
  asked: Asked,
  answer: { readonly permitted: boolean; readonly sentence: string },
  expected: { readonly permitted: boolean; readonly sentence: string | undefined },
): object | undefined {
  const isSame =
    answer.permitted === expected.permitted &&
    (expected.sentence === undefined || answer.sentence === expected.sentence);
  if (isSame) return undefined;
  const { permitted, sentence } = answer;
  return { asked, answer: { permitted, sentence }, expected };
}

/** Some at a time, in order. */
async function all<T, R>(of: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < of.length; at += TOGETHER) {
    done.push(...(await Promise.all(of.slice(at, at + TOGETHER).map(work))));
  }
  tick(life.world);
  return done;
}
