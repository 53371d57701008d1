import { describe, expectTypeOf, it } from 'vitest';
import type { Decided, Disclosed, OrderId, PartyId, PersonId } from '../src/index.ts';
import type { Market } from './place.ts';

/** Never run: what stands here compiles, or the compiler was told that it must not. */
export async function compiled(avow: Market, person: PersonId, party: PartyId, order: OrderId) {
  const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
  await avow.act('use', question);
  // @ts-expect-error the policy has no such act
  await avow.act('borrow', question);
  // @ts-expect-error the policy has no such purpose
  await avow.act('use', { ...question, purpose: 'curiosity' });
  // @ts-expect-error a branch is no purpose of a request
  await avow.act('use', { ...question, purpose: 'marketing' });
  // @ts-expect-error the policy has no such category
  await avow.act('use', { ...question, categories: ['contact.fax'] });
  // @ts-expect-error a branch is no category of a request
  await avow.act('use', { ...question, categories: ['contact'] });
  // @ts-expect-error a party is no user
  await avow.act('show', { ...question, to: { user: party } });
  // @ts-expect-error nobody passes in the class of a recipient
  await avow.act('show', { ...question, to: { party, as: 'servicePartner' } });
  // @ts-expect-error nobody asserts a fact
  await avow.act('show', { ...question, permitted: true });
  // @ts-expect-error an order is no person
  await avow.history({ person: order });
  // @ts-expect-error the policy has no such field
  await avow.collect({ person, purpose: 'account', fields: { 'contact.fax': '1' } });
  const terms = { party, purposes: ['wish'], categories: ['contact.name'], country: 'CN' } as const;
  // @ts-expect-error the policy has no such class
  await avow.parties.engage({ ...terms, as: 'friend' });

  const decided = await avow.act('use', question);
  // @ts-expect-error only a permitted act has a value
  decided.value;
  return decided.permitted ? decided.value.values['contact.name'] : decided.missing;
}

describe('the face is typed by the vocabulary', () => {
  it('down to the values of an act', () => {
    type Words = Market extends { act(action: never, question: never): Promise<Decided<infer D>> }
      ? D
      : never;
    expectTypeOf<Words>().toExtend<Disclosed<never>>();
    expectTypeOf<Words['values']['contact.name']>().toEqualTypeOf<string | undefined>();
  });
});
