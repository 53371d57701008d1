import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, asPartyId, createAvow, type PersonId, passphraseFile } from 'avow';
import { placesIn } from '../../src/deployment/places.ts';

/** Plays a few scenes at a small deployment in a folder: `node play.ts <folder>`. What `avow audit` then looks at. */
const places = placesIn({}, process.argv[2]!);
const avow = await createAvow({
  policy,
  database: { data: places.data, keys: places.keys },
  keys: passphraseFile(places.passphrase),
  anchor: places.anchor,
});
await avow.parties.engage({
  party: asPartyId('shop'),
  as: 'marketingPartner',
  purposes: ['marketing.partner'],
  categories: ['contact.name'],
  country: 'CN',
});
const mei = await register(avow, 'Mei');
const tom = await register(avow, 'Tom');
const share = { person: mei, purpose: 'marketing.partner', categories: ['contact.name'] } as const;
const refused = await avow.disclosures.seal('share', {
  ...share,
  to: { party: asPartyId('shop') },
});
console.log(`share: ${refused.permitted ? 'permitted' : 'refused'}, ${refused.sentence}`);
const exported = await avow.export({ person: mei });
console.log(`export: ${exported.permitted ? 'permitted' : 'refused'}, ${exported.sentence}`);
const erased = await avow.erase({ person: tom });
console.log(`erase: ${erased.permitted ? 'permitted' : 'refused'}, ${erased.sentence}`);
await avow.close();

async function register(market: Avow<MarketWords>, name: string): Promise<PersonId> {
  const { person } = await market.subjects.create({ country: 'CN' });
  await market.agreement.accept({ person, language: 'en' });
  const fields = { 'registration.username': name, 'contact.name': name };
  const collected = await market.collect({ person, purpose: 'account', fields });
  console.log(`collect: ${collected.permitted ? 'permitted' : 'refused'}, ${collected.sentence}`);
  return person;
}
