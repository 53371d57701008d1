import { asOrderId, asPartyId, type PersonId } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import type { Market } from './place.ts';

/** Somebody who accepted the agreement and registered. */
export async function member(avow: Market, name = 'Mei'): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const collected = await avow.collect({
    person,
    purpose: 'account',
    fields: {
      'registration.username': name,
      'contact.name': name,
      'contact.phone': `+86 ${name} 1`,
      'contact.address': `${name} Street 1`,
    },
    findBy: ['registration.username'],
  });
  if (!collected.permitted) throw new Error(`not registered: ${collected.sentence}`);
  return person;
}

/** The newest lines of somebody's history, as they read it themself. */
export async function historyOf(avow: Market, person: PersonId, limit = 100) {
  const { happened } = permittedBy(await avow.history({ person, limit }), 'S.2.2');
  return happened;
}

export const carrier = asPartyId('carrier');
export const shop = asPartyId('shop');
export const broker = asPartyId('broker');
export const order = asOrderId('order-1');

/** A carrier that delivers what people order here. */
export async function engageCarrier(avow: Market, until?: number) {
  return avow.parties.engage({
    party: carrier,
    as: 'servicePartner',
    purposes: ['fulfilment', 'support'],
    categories: ['contact.name', 'contact.phone', 'contact.address'],
    country: 'CN',
    ...(until === undefined ? {} : { until }),
  });
}

/** A partner that wants to tell people of its goods. */
export async function engageShop(avow: Market) {
  return avow.parties.engage({
    party: shop,
    as: 'marketingPartner',
    purposes: ['marketing.partner'],
    categories: ['contact.name', 'contact.phone', 'contact.email', 'interest'],
    country: 'CN',
  });
}

/** Somebody we know of, and where, and have no dealings with. */
export async function knowBroker(avow: Market) {
  const about = { purposes: ['wish'], categories: ['contact.phone'] } as const;
  return avow.parties.engage({ party: broker, as: 'unrelated', country: 'CN', ...about });
}

/** An order between two people that the carrier delivers. */
export async function openOrder(avow: Market, seller: PersonId, buyer: PersonId, id = order) {
  const categories = ['contact.name', 'contact.address'] as const;
  const serving = [{ party: carrier, categories }];
  return avow.orders.open({ order: id, sides: [seller, buyer], serving });
}
