import { generateKeyPairSync } from 'node:crypto';
import type { MarketWords } from '@avow/policy-market';
import {
  asPartyId,
  type CaseId,
  type Decided,
  type Delivered,
  type PartyId,
  type PersonId,
} from '../src/index.ts';
import type { Market } from './place.ts';
import { DAY } from './place.ts';

export const court = asPartyId('court');
export const insurer = asPartyId('insurer');
export const DOCUMENT = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Operators who work at the desk, as many as are named apart. */
/** Somebody who works at the desk, such as whoever verified a document. */
export async function operator(avow: Pick<Market, 'subjects' | 'desk'>): Promise<PersonId> {
  const { person } = await avow.subjects.create({ kind: 'device' });
  await avow.desk.staff.appoint({ operator: person });
  return person;
}

export async function operators(avow: Market): Promise<[PersonId, PersonId, PersonId, PersonId]> {
  const made: PersonId[] = [];
  for (let at = 0; at < 4; at += 1) {
    const { person: operator } = await avow.subjects.create({ kind: 'device' });
    await avow.desk.staff.appoint({ operator });
    made.push(operator);
  }
  return made as [PersonId, PersonId, PersonId, PersonId];
}

/** A party of a class, with a contract that says where it is. */
export async function engage(
  avow: Market,
  party: PartyId,
  as: 'authority' | 'thirdParty',
  country = 'CN',
) {
  const about = { purposes: ['legal'], categories: ['contact.name'] } as const;
  return avow.parties.engage({ party, as, country, ...about });
}

/** A party's key, so that what it gets is sealed for it. */
export async function giveKey(avow: Market, party: PartyId) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  await avow.parties.addKey({ party, jwk: { ...jwk, use: 'enc' } as never });
  return privateKey;
}

/** An order of the court, recorded by one and verified by another. */
export async function orderOf(
  avow: Market,
  person: PersonId,
  [by, verifier]: readonly PersonId[],
  now: number,
  more: Partial<Parameters<Market['desk']['orders']['record']>[0]> = {},
) {
  const { order } = await avow.desk.orders.record({
    ...{ person, authority: court, reference: '2026-113', country: 'CN', document: DOCUMENT },
    ...{ issued: now - DAY, categories: ['contact.name', 'contact.phone'], until: now + 30 * DAY },
    ...{ by: by!, ...more },
  });
  await avow.desk.orders.verify({ order, by: verifier!, how: 'called-back' });
  return order;
}

/** Two operators approve what there is to approve in a case. */
export async function approve(avow: Market, id: CaseId, by: readonly PersonId[]) {
  const approvable = await avow.desk.cases.approvable(id);
  for (const operator of by) {
    await avow.desk.cases.approve({ case: id, by: operator, digest: approvable!.digest });
  }
}

/** The ticket of a delivery that was permitted. */
export function ticketOf(decided: Decided<Delivered<MarketWords>>): string {
  if (!decided.permitted || decided.value.by !== 'portal') throw new Error('no ticket');
  return decided.value.ticket;
}
