import { createSecretKey, randomBytes } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { createAvow, type PersonId } from 'avow';
import { storesOf } from '../place.ts';
import { addressOf, type OpenEngine, phoneOf } from './engine.ts';

/** People registered at a time: as many share a flush. */
const TOGETHER = 100;

/** Avow with everything on, as it is deployed: policy, encryption, ledger. */
export const openAvow: OpenEngine = async (place, count) => {
  const { data, keys, anchor } = await storesOf(place);
  const root = createSecretKey(randomBytes(32));
  const avow = await createAvow({
    policy,
    database: { data, keys },
    anchor,
    keys: { rootKey: async () => root, source: 'made for this run' },
    region: 'home',
  });

  async function register(index: number): Promise<PersonId> {
    const { person } = await avow.subjects.create({ country: 'CN' });
    await avow.agreement.accept({ person, language: 'en' });
    const fields = { 'contact.phone': phoneOf(index), 'contact.address': addressOf(index) };
    const kept = await avow.collect({ person, purpose: 'account', fields });
    if (!kept.permitted) throw new Error(`refused by ${kept.sentence}`);
    return person;
  }

  const people: PersonId[] = [];
  for (let from = 0; from < count; from += TOGETHER) {
    const indices = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, at) => from + at);
    people.push(...(await Promise.all(indices.map(register))));
  }
  return { avow, people };
};
