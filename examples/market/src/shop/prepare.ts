import type { Market } from '../market.ts';
import { documents } from './documents.ts';
import { carriersPart, payersPart } from './ordering.ts';
import { carrier, payment, workshops } from './parties.ts';

/**
 * What a market needs before anybody comes: its documents published, its parties engaged. Looks at
 * what is there first, so that it can be done at every start.
 */
export async function prepare(market: Market): Promise<void> {
  await publishDocuments(market);
  await engageParties(market);
}

async function publishDocuments({ avow }: Market): Promise<void> {
  for (const document of documents) {
    if ((await avow.documents.current(document.kind))?.version === document.version) continue;
    await avow.documents.publish(document);
  }
}

const engagements = [
  {
    party: carrier,
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: carriersPart,
    service: { en: 'delivers parcels', 'zh-CN': '派送包裹' },
    jointly: ['platform'],
    country: 'CN',
  },
  {
    party: payment,
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: payersPart,
    service: { en: 'takes payments', 'zh-CN': '代收货款' },
    country: 'CN',
  },
  {
    party: workshops,
    as: 'marketingPartner',
    purposes: ['marketing.partner'],
    categories: ['contact.name', 'contact.phone'],
    service: { en: 'tells of its workshops', 'zh-CN': '介绍其手工课' },
    country: 'CN',
  },
] as const;

/** One who was engaged and whose engagement ended stays that way: ending it was somebody's decision. */
async function engageParties({ avow }: Market): Promise<void> {
  for (const engagement of engagements) {
    if ((await avow.parties.list(engagement.party)).length > 0) continue;
    await avow.parties.engage(engagement);
  }
}
