import type { policy } from '@avow/policy-market';
import { describe, expectTypeOf, it } from 'vitest';
import { type Client, createClient } from '../src/index.ts';

type Market = Client<typeof policy>;

/** Never run: what stands here compiles, or the compiler was told that it must not. */
export async function compiled(avow: Market, anything: Client) {
  const question = { person: 'p', purpose: 'account', categories: ['contact.name'] } as const;
  await avow.acts.act('use', question);
  // @ts-expect-error the policy has no such act
  await avow.acts.act('borrow', question);
  // @ts-expect-error the policy has no such purpose
  await avow.acts.act('use', { ...question, purpose: 'curiosity' });
  // @ts-expect-error a branch is no category of a request
  await avow.acts.act('use', { ...question, categories: ['contact'] });
  await avow.attestations.attest('p', { fact: 'serving' });
  // @ts-expect-error the policy has no such fact
  await avow.attestations.attest('p', { fact: 'befriended' });
  // @ts-expect-error nobody asserts a fact
  await avow.acts.act('use', { ...question, permitted: true });
  // @ts-expect-error the policy is not written in that language
  await avow.agreement.answer('p', { answer: 'accept', language: 'fr' });
  // @ts-expect-error what is handed over goes to a party
  await avow.acts.seal('provide', { ...question, to: 'public' });
  await anything.acts.act('borrow', { person: 'p', purpose: 'any', categories: ['any'] });
  const decided = await avow.acts.act('use', question);
  // @ts-expect-error only a permitted act has a value
  decided.value;
  return decided.permitted ? decided.value.values['contact.name'] : decided.missing;
}

describe('the client is typed by the policy', () => {
  it('down to the values of an act', () => {
    type Decided = Awaited<ReturnType<Market['acts']['act']>>;
    type Permitted = Extract<Decided, { readonly permitted: true }>;
    type Values = Permitted['value']['values'];
    expectTypeOf<Values['contact.name']>().toEqualTypeOf<string | undefined>();
    expectTypeOf(createClient).toBeFunction();
  });
});
