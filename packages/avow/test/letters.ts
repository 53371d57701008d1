import {
  clause,
  definePolicy,
  forbid,
  never,
  permit,
  promise,
  refuseTheRest,
  sentence,
  vocabulary,
} from '@avow/policy';
import { onTestFinished } from 'vitest';
import { type Avow, type AvowOptions, asPartyId, createAvow, type PersonId } from '../src/index.ts';
import { keyring, place, storesOf } from './place.ts';

const word = vocabulary({
  languages: ['en'],
  actions: {
    collect: { label: { en: 'take in' } },
    store: { label: { en: 'keep' } },
    use: { label: { en: 'use' } },
    show: { label: { en: 'show' }, outward: true },
    export: { label: { en: 'hand out' }, outward: true },
    edit: { label: { en: 'correct' } },
    erase: { label: { en: 'erase' } },
  },
  purposes: {
    post: { label: { en: 'delivering post' } },
    archive: { label: { en: 'the archive' } },
    adverts: { label: { en: 'adverts' } },
    keeping: { label: { en: 'keeping' } },
    rights: { label: { en: 'your rights' } },
  },
  categories: {
    letter: { label: { en: 'letters' }, retention: 'month' },
    photo: { label: { en: 'photographs' }, retention: 'month' },
    history: { label: { en: 'what was done' }, retention: 'history' },
  },
  recipients: {
    person: { label: { en: 'you' }, inside: true },
    platform: { label: { en: 'us' }, inside: true },
    carrier: { label: { en: 'our carrier' } },
    unrelated: { label: { en: 'anybody else' } },
  },
  facts: {
    self: { label: { en: 'it is you' }, from: 'self', audience: ['person'] },
    covered: { label: { en: 'it is engaged for this' }, from: 'engagement.covers', audience: [] },
    agreed: { label: { en: 'you allowed it' }, from: 'consent', audience: ['person'] },
    heldForIt: {
      label: { en: 'it is held for this' },
      from: 'items.purpose',
      audience: ['person'],
    },
    objected: { label: { en: 'you object' }, from: 'items.objection', audience: ['person'] },
  },
  duties: {},
  retentions: {
    month: { label: { en: '30 days' }, days: 30, from: 'collection' },
    history: { label: { en: 'a year' }, days: 365, from: 'collection' },
  },
  regions: { home: { label: { en: 'here' }, country: 'DE' } },
});

const { collect, store, use, show, export: handOut, edit, erase } = word.action;
const { post, archive, adverts, keeping, rights } = word.purpose;
const { letter, photo, history } = word.category;
const { person, platform, carrier, unrelated } = word.recipient;
const { self, covered, agreed, heldForIt, objected } = word.fact;

/** The policy of a small post office, which keeps many letters of each person. */
export const policy = definePolicy({
  name: 'letters',
  vocabulary: word,
  parts: [{ id: '1', title: { en: 'Letters' } }],
  clauses: [
    clause(
      '1.a',
      { title: { en: 'Letters' } },
      sentence(
        { en: 'We take in letters and photographs, and keep them for a month.' },
        permit(collect).of(letter, photo).to(platform).for(post, archive),
        permit(store).of(letter, photo).to(platform).for(keeping),
      ),
      sentence(
        { en: 'The carrier uses what was given to be delivered.' },
        permit(use).of(letter, photo).to(carrier).for(post, archive).when(covered, heldForIt),
      ),
      sentence(
        { en: 'It sends you adverts if you allowed that and did not object.' },
        permit(use).of(letter).to(carrier).for(adverts).when(covered, agreed),
        forbid(use).for(adverts).when(objected),
      ),
      sentence(
        { en: 'You may see, take along, correct and erase all of it.' },
        permit(show, handOut, edit, erase).of(letter, photo).to(person).for(rights).when(self),
        permit(show).of(history).to(person).for(rights).when(self),
      ),
      sentence(
        { en: 'Nobody else gets any of it.' },
        promise(never(use, show).to(unrelated)),
        refuseTheRest(),
      ),
    ),
  ],
});

export type Letters = Avow<(typeof policy)['vocabulary']>;

export const carrierParty = asPartyId('carrier');

/** A post office in a fresh folder, with its carrier engaged; closed when the test is over. */
export async function postOffice(
  options: Partial<AvowOptions<(typeof policy)['vocabulary']>> = {},
): Promise<Letters> {
  const avow = await openPostOffice(options);
  onTestFinished(() => avow.close());
  await avow.parties.engage({
    party: carrierParty,
    as: 'carrier',
    purposes: ['post', 'archive', 'adverts'],
    categories: ['letter', 'photo'],
    country: 'DE',
  });
  return avow;
}

/** The same, where it was opened before. */
export async function openPostOffice(
  options: Partial<AvowOptions<(typeof policy)['vocabulary']>> = {},
): Promise<Letters> {
  return createAvow({ policy, ...(await storesOf(place())), keys: keyring, ...options });
}

/** Somebody with so many letters to be delivered, called by their name. */
export async function writer(avow: Letters, name: string, letters: number): Promise<PersonId> {
  const { person } = await avow.subjects.create({ country: 'DE' });
  if (letters === 0) return person;
  const items = Array.from({ length: letters }, (_, at) => ({
    key: `${name}-${at}`,
    category: 'letter' as const,
    value: `${name} writes ${at}`,
  }));
  const added = await avow.items.add({ person, purpose: 'post', items });
  if (!added.permitted) throw new Error(`refused by ${added.sentence}`);
  return person;
}
