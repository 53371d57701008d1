/** One of the two server processes of benchmark 5: `node server.ts <Begin as JSON>`. */
import { createSecretKey } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { policy } from '@avow/policy-market';
import { asPartyId, asPersonId, createAvow, type EngagementId } from 'avow';
import {
  type Allowed,
  type Ask,
  type Begin,
  type Closed,
  type Opened,
  sharedNow,
} from './message.ts';

/** How long a partner stays shut out, so that it is seen to be. */
const SHUT_MS = 10;

const { data, keys, anchor, root, partners } = JSON.parse(process.argv[2]!) as Begin;
const rootKey = createSecretKey(Buffer.from(root, 'hex'));
const avow = await createAvow({
  policy,
  database: { data, keys },
  anchor,
  keys: { rootKey: async () => rootKey, source: 'made for this run' },
});
const sharing = { purpose: 'marketing.partner', categories: ['contact.phone'] } as const;
const partyOf = (partner: number) => asPartyId(`partner-${partner}`);

const engagements = new Map<number, EngagementId>();
const opened: Opened[] = [];
let isOpen = false;
let loops: Promise<void>[] = [];

/** A partner, and somebody who allowed it to be told their telephone number. */
async function begin(partner: number): Promise<Allowed> {
  await engage(partner);
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'contact.phone': '+86 138 0000 0000' };
  await avow.collect({ person, purpose: 'account', fields });
  const { purpose, categories } = sharing;
  const allowed = { party: partyOf(partner), action: 'share', purposes: [purpose] } as const;
  await avow.consents.give({ person, ...allowed, categories, language: 'en' });
  return { partner, person };
}

async function engage(partner: number): Promise<void> {
  const { purpose, categories } = sharing;
  const terms = { as: 'marketingPartner', purposes: [purpose], categories, country: 'CN' } as const;
  const { engagement } = await avow.parties.engage({ party: partyOf(partner), ...terms });
  engagements.set(partner, engagement);
}

/** Opens one after another at full speed. */
async function openOn({ partner, person }: Allowed): Promise<void> {
  const to = { party: partyOf(partner) };
  const question = { person: asPersonId(person), ...sharing, to };
  while (isOpen) {
    const asked = sharedNow();
    const { permitted } = await avow.act('share', question);
    if (permitted) opened.push({ partner, asked, answered: sharedNow() });
  }
}

async function end(partner: number): Promise<Closed> {
  const begun = sharedNow();
  await avow.parties.end({ party: partyOf(partner), engagement: engagements.get(partner)! });
  const from = sharedNow();
  await setTimeout(SHUT_MS);
  const to = sharedNow();
  await engage(partner);
  return { partner, took: from - begun, from, to };
}

async function answer(said: Ask): Promise<unknown> {
  switch (said.ask) {
    case 'engage':
      return Promise.all(partners.map(begin));
    case 'open':
      isOpen = true;
      loops = said.all.map(openOn);
      return null;
    case 'end':
      return end(said.partner);
    case 'stop':
      isOpen = false;
      await Promise.all(loops);
      return opened.splice(0);
    case 'close':
      await avow.close();
      return null;
    default:
      return said satisfies never;
  }
}

process.on('message', async (said: Ask) => {
  const answered = await answer(said);
  process.send?.({ answered });
  if (said.ask === 'close') process.disconnect?.();
});
process.send?.({ answered: null });
