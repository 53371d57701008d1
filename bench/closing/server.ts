/** One of the two server processes of benchmark 5: `node server.ts <Begin as JSON>`. */
import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { policy } from '@avow/policy-market';
import {
  asPartyId,
  createAvow,
  type DisclosureId,
  type EngagementId,
  type PersonId,
  type PublicJwk,
} from 'avow';
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
const sharing = { purpose: 'marketing.partner', categories: ['contact.name'] } as const;
const partyOf = (partner: number) => asPartyId(`partner-${partner}`);

/** What a partner was engaged for, and what it was handed then. */
interface Engaged {
  readonly person: PersonId;
  readonly engagement: EngagementId;
  readonly disclosure: DisclosureId;
}

const engaged = new Map<number, Engaged>();
const opened: Opened[] = [];
let isOpen = false;
let loops: Promise<void>[] = [];

/** A partner with a key, and somebody who allowed it to be told their name. */
async function begin(partner: number): Promise<Allowed> {
  const { publicKey } = generateKeyPairSync('x25519');
  const jwk = { ...publicKey.export({ format: 'jwk' }), use: 'enc' } as PublicJwk;
  await avow.parties.addKey({ party: partyOf(partner), jwk });
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'contact.name': 'Mei' };
  await avow.collect({ person, purpose: 'account', fields });
  const { purpose, categories } = sharing;
  const allowed = { party: partyOf(partner), action: 'share', purposes: [purpose] } as const;
  await avow.consents.give({ person, ...allowed, categories, language: 'en' });
  await engage(partner, person);
  return { partner, person };
}

/** Engages a partner and hands it over what is for it; what was handed over before opens no more. */
async function engage(partner: number, person: PersonId): Promise<void> {
  const party = partyOf(partner);
  const { purpose, categories } = sharing;
  const terms = { as: 'marketingPartner', purposes: [purpose], categories, country: 'CN' } as const;
  const { engagement } = await avow.parties.engage({ party, ...terms });
  const handed = await avow.disclosures.seal('share', { person, ...sharing, to: { party } });
  if (!handed.permitted) throw new Error('nothing was handed over');
  const { disclosure } = handed.value;
  engaged.set(partner, { person, engagement, disclosure });
}

/** Opens what a partner was handed last, again and again, at full speed. */
async function openOn({ partner }: Allowed): Promise<void> {
  const party = partyOf(partner);
  let disclosure: DisclosureId | undefined;
  while (isOpen) {
    disclosure ??= (await avow.disclosures.to(party)).at(-1)?.disclosure;
    if (disclosure === undefined) continue;
    const asked = sharedNow();
    const { permitted } = await avow.disclosures.open({ disclosure, party });
    if (permitted) opened.push({ partner, asked, answered: sharedNow() });
    else disclosure = undefined;
  }
}

async function end(partner: number): Promise<Closed> {
  const { person, engagement, disclosure } = engaged.get(partner)!;
  const begun = sharedNow();
  await avow.parties.end({ party: partyOf(partner), engagement });
  const from = sharedNow();
  await setTimeout(SHUT_MS);
  const to = sharedNow();
  // Without a sweep in between there is an end to how much of a person may wait to be closed.
  await avow.disclosures.close({ person, disclosure });
  await engage(partner, person);
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
