import { createSecretKey, randomBytes } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { createAvow, type PersonId } from 'avow';
import { type Place, storesOf } from '../place.ts';

/** Records of one person: a telephone number and an e-mail address. */
const EACH = 2;
/** People registered at a time: as many share a flush. */
const TOGETHER = 100;

/** A store of so many records. Each operation answers whether it was answered rightly. */
export interface Grown {
  readonly records: number;
  readonly people: number;
  read(index: number): Promise<boolean>;
  find(index: number): Promise<boolean>;
  timeline(index: number): Promise<boolean>;
  /** Closes it, if it is open, and opens it anew. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a store at a place and fills it. */
export async function openGrown(place: Place, records: number): Promise<Grown> {
  const rootKey = createSecretKey(randomBytes(32));
  const { data, keys, anchor } = await storesOf(place);
  const open = () =>
    createAvow({
      policy,
      database: { data, keys },
      anchor,
      keys: { rootKey: async () => rootKey, source: 'made for this run' },
    });
  let avow = await open();
  const count = Math.ceil(records / EACH);
  const phoneOf = (index: number) => `+86 138 ${String(index).padStart(8, '0')}`;
  const emailOf = (index: number) => `person-${index}@example.com`;

  async function register(index: number): Promise<PersonId> {
    const { person } = await avow.subjects.create({ country: 'CN' });
    await avow.agreement.accept({ person, language: 'en' });
    const fields = { 'contact.phone': phoneOf(index), 'contact.email': emailOf(index) };
    const findBy = ['contact.email'] as const;
    const kept = await avow.collect({ person, purpose: 'account', fields, findBy });
    if (!kept.permitted) throw new Error(`refused by ${kept.sentence}`);
    return person;
  }

  const people: PersonId[] = [];
  for (let from = 0; from < count; from += TOGETHER) {
    const indices = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, at) => from + at);
    people.push(...(await Promise.all(indices.map(register))));
  }

  return {
    records,
    people: count,
    async read(index) {
      const categories = ['contact.phone'] as const;
      const person = people[index]!;
      const done = await avow.act('use', { person, purpose: 'account', categories });
      return done.permitted && done.value.values['contact.phone'] === phoneOf(index);
    },
    find: async (index) =>
      (await avow.subjects.find('contact.email', emailOf(index))) === people[index],
    async timeline(index) {
      const done = await avow.history({ person: people[index]!, limit: 20 });
      // Registration alone left some lines.
      return done.permitted && done.value.happened.length > 1;
    },
    async reopen() {
      await avow.close();
      avow = await open();
    },
    close: () => avow.close(),
  };
}
