import type { Policy } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import {
  asOrderId,
  asPartyId,
  type Idempotent,
  type PartyId,
  type PersonId,
  type PolicyDigest,
} from '../src/index.ts';
import { begin, engagePanel } from './deliveries.ts';
import { operator } from './desk.ts';
import { engageCarrier, member, openOrder } from './people.ts';
import { DAY, type Market } from './place.ts';
import { channels, longer, summary } from './versions.ts';

/** One kind of write: what must be there, then the write itself, to be made as often as a test likes. */
export interface Write {
  readonly name: string;
  prepare(avow: Market): Promise<(options: Idempotent) => Promise<unknown>>;
}

const suit = async (avow: Market) =>
  ({ kind: 'duty', document: '0'.repeat(64), verifiedBy: await operator(avow) }) as const;

let count = 0;
const fresh = (name: string) => `${name}-${++count}`;

/** Every write of the public face. */
export const writes: readonly Write[] = [
  {
    name: 'subjects.create',
    prepare: async (avow) => (options) => avow.subjects.create({ country: 'CN', ...options }),
  },
  aboutSomebody(
    'subjects.suspend',
    (avow, person) => (options) => avow.subjects.suspend(person, options),
  ),
  aboutSomebody(
    'subjects.reinstate',
    (avow, person) => (options) => avow.subjects.reinstate(person, options),
  ),
  aboutSomebody(
    'subjects.browser',
    (avow, person) => (options) =>
      avow.subjects.browser(person, { blocksCookies: true, signalsOptOut: true, ...options }),
  ),
  {
    name: 'subjects.verify',
    prepare: async (avow) => {
      const value = fresh('Mei');
      const person = await member(avow, value);
      const category = 'registration.username';
      return (options) => avow.subjects.verify({ person, category, value, ...options });
    },
  },
  {
    name: 'imports.begin',
    prepare: async (avow) => {
      const party = asPartyId(fresh('panel'));
      const { engagement } = await engagePanel(avow, party);
      return (options) => begin(avow, engagement, { party, ...options });
    },
  },
  {
    name: 'imports.cancel',
    prepare: async (avow) => {
      const party = asPartyId(fresh('panel'));
      const { engagement } = await engagePanel(avow, party);
      const { import: id } = await begin(avow, engagement, { party });
      return (options) => avow.imports.cancel({ import: id, ...options });
    },
  },
  {
    name: 'documents.publish',
    prepare: async (avow) => {
      const texts = { en: 'Be kind.', 'zh-CN': '与人为善。' };
      const next = () => ({ kind: 'site-rules', version: fresh('v'), texts }) as const;
      await avow.documents.publish(next());
      const document = next();
      return (options) => avow.documents.publish({ ...document, ...options });
    },
  },
  aboutSomebody(
    'agreement.accept',
    (avow, person) => (options) => avow.agreement.accept({ person, language: 'en', ...options }),
  ),
  aboutSomebody(
    'agreement.decline',
    (avow, person) => (options) => avow.agreement.decline({ person, language: 'en', ...options }),
  ),
  aboutSomebody(
    'agreement.terminate',
    (avow, person) => (options) => avow.agreement.terminate({ person, ...options }),
  ),
  aboutSomebody(
    'consents.give',
    (avow, person) => (options) => avow.consents.give({ ...choiceOf(person), ...options }),
  ),
  aboutSomebody(
    'consents.refuse',
    (avow, person) => (options) => avow.consents.refuse({ ...choiceOf(person), ...options }),
  ),
  {
    name: 'consents.withdraw',
    prepare: async (avow) => {
      const person = await member(avow, fresh('Mei'));
      const { consent } = await avow.consents.give(choiceOf(person));
      return (options) => avow.consents.withdraw({ person, consent, ...options });
    },
  },
  {
    name: 'parties.engage',
    prepare: async (avow) => {
      const terms = termsOf(asPartyId(fresh('carrier')));
      return (options) => avow.parties.engage({ ...terms, ...options });
    },
  },
  {
    name: 'parties.end',
    prepare: async (avow) => {
      const party = asPartyId(fresh('carrier'));
      const { engagement } = await avow.parties.engage(termsOf(party));
      return (options) => avow.parties.end({ party, engagement, ...options });
    },
  },
  {
    name: 'orders.open',
    prepare: async (avow) => {
      const sides = [await member(avow, fresh('Li')), await member(avow, fresh('Mei'))] as const;
      const order = asOrderId(fresh('order'));
      return (options) => avow.orders.open({ order, sides, ...options });
    },
  },
  inAnOrder(
    'orders.perform',
    (avow, step) => (options) => avow.orders.perform({ ...step, ...options }),
  ),
  inAnOrder(
    'orders.ask',
    (avow, step) => (options) =>
      avow.orders.ask({ ...step, categories: ['contact.phone'], ...options }),
  ),
  inAnOrder(
    'orders.dispute',
    (avow, step) => (options) => avow.orders.dispute({ ...step, ...options }),
  ),
  inAnOrder(
    'orders.close',
    (avow, { order }) =>
      (options) =>
        avow.orders.close({ order, ...options }),
  ),
  aboutSomebody(
    'collect',
    (avow, person) => (options) =>
      avow.collect({
        person,
        purpose: 'account',
        fields: { 'contact.email': 'mei@example.net' },
        ...options,
      }),
  ),
  aboutSomebody(
    'collect, refused',
    (avow, person) => (options) =>
      avow.collect({ person, purpose: 'account', fields: { interest: 'boats' }, ...options }),
  ),
  aboutSomebody(
    'correct',
    (avow, person) => (options) =>
      avow.correct({ person, fields: { 'contact.phone': '2' }, ...options }),
  ),
  {
    name: 'holds.place',
    prepare: async (avow) => {
      const what = { person: await member(avow, fresh('Mei')), ...(await suit(avow)) };
      return (options) => avow.holds.place({ ...what, ...options });
    },
  },
  {
    name: 'holds.lift',
    prepare: async (avow) => {
      const person = await member(avow, fresh('Mei'));
      const why = await suit(avow);
      const { hold } = await avow.holds.place({ person, ...why });
      return (options) => avow.holds.lift({ person, hold, by: why.verifiedBy, ...options });
    },
  },
  {
    name: 'policy.publish',
    prepare: async (avow) => {
      const title = { en: fresh('Policy'), 'zh-CN': '政策' };
      const next: Policy<MarketWords> = { ...policy, title };
      return (options) => avow.policy.publish(next, options);
    },
  },
  {
    // From here on a version is announced, and no other is published.
    name: 'policy.postpone',
    prepare: async (avow) => {
      const { version, from } = await theAnnounced(avow);
      return (options) => avow.policy.postpone({ version, from: from + DAY, ...options });
    },
  },
  {
    name: 'policy.answer',
    prepare: async (avow) => {
      const { version } = await theAnnounced(avow);
      const answer = { en: fresh('Thanks'), 'zh-CN': '谢谢。' };
      return (options) => avow.policy.answer({ version, answer, ...options });
    },
  },
  aboutTheAnnounced(
    'comments.add',
    (avow, what) => (options) => avow.comments.add({ ...what, text: 'No.', ...options }),
  ),
  aboutTheAnnounced(
    'notices.shown',
    (avow, what) => (options) => avow.notices.shown({ ...what, ...options }),
  ),
  // Last: the sweep that follows adds entries at its own pace.
  aboutSomebody('erase', (avow, person) => (options) => avow.erase({ person, ...options })),
];

/** The one version that is announced; if none is, one is now. */
async function theAnnounced(avow: Market) {
  const coming = (await avow.policy.announcements()).find(({ state }) => state === 'coming');
  if (coming) return coming;
  const from = Date.now() + 40 * DAY;
  return avow.policy.announce({ policy: longer('visit'), summary, channels, from });
}

function aboutTheAnnounced(
  name: string,
  write: (
    avow: Market,
    what: { person: PersonId; version: PolicyDigest; revision: number },
  ) => Made,
): Write {
  return {
    name,
    async prepare(avow) {
      await theAnnounced(avow);
      const person = await member(avow, fresh('Mei'));
      const [notice] = await avow.notices.of(person);
      const { version, revision } = notice!;
      return write(avow, { person, version, revision });
    },
  };
}

type Made = (options: Idempotent) => Promise<unknown>;

function aboutSomebody(name: string, write: (avow: Market, person: PersonId) => Made): Write {
  return { name, prepare: async (avow) => write(avow, await member(avow, fresh('Mei'))) };
}

function inAnOrder(
  name: string,
  write: (avow: Market, step: { order: ReturnType<typeof asOrderId>; by: PersonId }) => Made,
): Write {
  return {
    name,
    async prepare(avow) {
      const [by, buyer] = [await member(avow, fresh('Li')), await member(avow, fresh('Mei'))];
      await engageCarrier(avow);
      const order = asOrderId(fresh('order'));
      await openOrder(avow, by, buyer, order);
      return write(avow, { order, by });
    },
  };
}

function choiceOf(person: PersonId) {
  return {
    person,
    party: asPartyId('shop'),
    action: 'share',
    purposes: ['marketing.partner'],
    categories: ['contact.phone'],
    language: 'en',
  } as const;
}

function termsOf(party: PartyId) {
  return {
    party,
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: ['contact.name'],
    country: 'CN',
  } as const;
}
