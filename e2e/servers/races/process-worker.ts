/**
 * A program with the library in it: `node process-worker.ts <data> <keys> <anchor> <root key in hex>`.
 * Told by message what to do, it answers by message what came of it.
 */
import { createSecretKey } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { isFault } from '@avow/vault';
import {
  asConsentId,
  asDisclosureId,
  asEngagementId,
  asMechanismId,
  asPartyId,
  asPersonId,
  createAvow,
  type Decided,
  isAvowFault,
  type PersonId,
} from 'avow';
import { type Outcome, optional, type Side, sharing, transferring } from './side.ts';

const [data = '', keys = '', anchor = '', root = ''] = process.argv.slice(2);
const rootKey = createSecretKey(Buffer.from(root, 'hex'));
const avow = await createAvow({
  policy,
  database: { data, keys },
  anchor,
  keys: { rootKey: async () => rootKey, source: 'this test' },
});
const { action, purposes, categories } = sharing;

const side: Side = {
  async newMember(country = 'CN') {
    const { person } = await avow.subjects.create({ country });
    await avow.agreement.accept({ person, language: 'en' });
    return person;
  },
  async engage(party) {
    const terms = { as: 'marketingPartner', purposes, categories, country: 'CN' } as const;
    return (await avow.parties.engage({ party: asPartyId(party), ...terms })).engagement;
  },
  async consent(person, party) {
    const who = { person: asPersonId(person), party: asPartyId(party) };
    return (await avow.consents.give({ ...who, ...sharing, language: 'en' })).consent;
  },
  async registerMechanism(origin) {
    return (await avow.mechanisms.register({ ...transferring, origin })).mechanism;
  },
  reinstate: async (person) => (await avow.subjects.reinstate(asPersonId(person))).entry,
  async withdraw(person, consent) {
    const what = { person: asPersonId(person), consent: asConsentId(consent) };
    return (await avow.consents.withdraw(what)).entry;
  },
  async end(party, engagement) {
    const what = { party: asPartyId(party), engagement: asEngagementId(engagement) };
    return (await avow.parties.end(what)).entry;
  },
  endMechanism: async (id) => (await avow.mechanisms.end({ mechanism: asMechanismId(id) })).entry,
  suspend: async (person) => (await avow.subjects.suspend(asPersonId(person))).entry,
  erase: (person) => erase(asPersonId(person)),
  async chooseCookies(person, answer) {
    const { purpose } = optional;
    const what = { person: asPersonId(person), purpose, answer, language: 'en' };
    return (await avow.cookies.choose(what)).entry;
  },
  async setCookie(person) {
    const decided = await avow.cookies.set({ person: asPersonId(person), name: optional.name });
    if (!('entry' in decided)) throw new Error('the register lacks the cookie of this race');
    return outcomeOf(Promise.resolve(decided));
  },
  share: (person, party) => outcomeOf(share(person, party)),
  async handOver(person, party) {
    const shared = await share(person, party);
    if (shared.permitted) return shared.value.disclosure;
    throw new Error(`nothing was handed over: ${shared.sentence}`);
  },
  async read(disclosure, party) {
    const what = { disclosure: asDisclosureId(disclosure), party: asPartyId(party) };
    return outcomeOf(avow.disclosures.read(what));
  },
  async use(person) {
    const about = { purpose: 'account', categories: ['contact.name'] } as const;
    return outcomeOf(avow.act('use', { person: asPersonId(person), ...about }));
  },
  async keep(person) {
    const fields = { 'contact.name': 'Mia' };
    return outcomeOf(avow.collect({ person: asPersonId(person), purpose: 'account', fields }));
  },
};

function share(person: string, party: string) {
  const who = { person: asPersonId(person), to: { party: asPartyId(party) } };
  return avow.disclosures.seal(action, { ...who, purpose: purposes[0], categories });
}

/** While a key store is cleared of what was deleted, another erasure may have to come again. */
async function erase(person: PersonId): Promise<string> {
  for (;;) {
    try {
      const erased = await avow.erase({ person, idempotencyKey: `erase-${person}` });
      if (erased.permitted) return erased.value.entry;
      throw new Error('an erasure was refused');
    } catch (problem) {
      if (!isAvowFault(problem, 'AVOW_UNFINISHED')) throw problem;
    }
  }
}

async function outcomeOf(decision: Promise<Decided<unknown>>): Promise<Outcome> {
  try {
    const { permitted, entry } = await decision;
    return { permitted, entry };
  } catch (problem) {
    if (!isFault(problem, 'AVOW_ERASED')) throw problem;
    return { permitted: false, entry: undefined };
  }
}

export interface Told {
  readonly id: number;
  readonly what: keyof Side;
  readonly args: readonly string[];
}

process.on('message', async ({ id, what, args }: Told) => {
  try {
    const act = side[what] as (...args: readonly string[]) => Promise<unknown>;
    process.send!({ id, answer: await act(...args) });
  } catch (problem) {
    process.send!({ id, fault: String(problem) });
  }
});
process.once('disconnect', () => void avow.close());
process.send!('ready');
