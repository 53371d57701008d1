import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { type MarketWords, policy } from '@avow/policy-market';
import { type Avow, asPartyId, createAvow, type Import, type PersonId } from 'avow';
import { type Place, storesOf } from '../place.ts';

/** People registered at a time: as many share a flush. */
const TOGETHER = 100;

const addressOf = (index: number): string => `person-${index}@example.com`;

/** A deployment with so many people who have verified their address. */
export interface People {
  readonly avow: Avow<MarketWords>;
  /** Takes in a delivery of a partner that was not there before: `lines` lines, one for each person in turn. */
  deliver(lines: number): Promise<Import<MarketWords>>;
  /** The same of each person by `collect`, as many at a time as `each` has under way; answers how many were kept. */
  collect(): Promise<number>;
  close(): Promise<void>;
}

export async function openPeople(place: Place, count: number): Promise<People> {
  const { data, keys, anchor } = await storesOf(place);
  const root = createSecretKey(randomBytes(32));
  const avow = await createAvow({
    policy,
    database: { data, keys },
    anchor,
    keys: { rootKey: async () => root, source: 'made for this run' },
    region: 'home',
  });
  const people: PersonId[] = [];
  for (let from = 0; from < count; from += TOGETHER) {
    const indices = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, at) => from + at);
    people.push(...(await Promise.all(indices.map((index) => register(avow, addressOf(index))))));
  }
  let partners = 0;
  return {
    avow,
    async deliver(lines) {
      const { party, engagement } = await engage(avow, `partner-${partners++}`);
      const { import: id } = await avow.imports.begin({
        party,
        engagement,
        evidence: { document: createHash('sha256').update('opt-in').digest('base64url') },
        format: 'csv',
        match: 'contact.email',
        map: { email: 'contact.email', likes: 'partner.profile' },
      });
      return avow.imports.rows(id, delivery(lines, count));
    },
    async collect() {
      const { party } = await engage(avow, `partner-${partners++}`);
      const fields = { 'partner.profile': 'boats' };
      const what = { purpose: 'service.personal', fields, source: { party } } as const;
      let kept = 0;
      for await (const { decided } of avow.each(people, (person) =>
        avow.collect({ person, ...what }),
      )) {
        if (decided?.permitted) kept += 1;
      }
      return kept;
    },
    close: () => avow.close(),
  };
}

function engage(avow: Avow<MarketWords>, party: string) {
  return avow.parties.engage({
    party: asPartyId(party),
    as: 'marketingPartner',
    purposes: ['service.personal'],
    categories: ['partner.profile'],
    country: 'CN',
    means: 'opt-in',
  });
}

async function register(avow: Avow<MarketWords>, value: string): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'contact.email': value };
  const category = 'contact.email';
  const kept = await avow.collect({ person, purpose: 'account', fields, findBy: [category] });
  if (!kept.permitted) throw new Error(`refused by ${kept.sentence}`);
  await avow.subjects.verify({ person, category, value });
  return person;
}

/** Pieces of some size, as a file or a connection gives them. */
async function* delivery(lines: number, people: number): AsyncGenerator<string> {
  let piece = 'email,likes\n';
  for (let line = 0; line < lines; line++) {
    piece += `${addressOf(line % people)},"boats, and ""kites"" ${line}"\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
