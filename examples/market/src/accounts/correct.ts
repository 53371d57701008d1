import type { CategoryName } from '@avow/policy';
import type { MarketWords } from '@avow/policy-market';
import type { Decided, PersonId } from 'avow';
import type { Market } from '../market.ts';

/** What a person can correct by themself, and give later if they left it out. */
export const correctable = ['contact.name', 'contact.phone', 'contact.address'] as const;

export type Contact = Partial<Record<(typeof correctable)[number], string>>;

type Kept = Decided<{ readonly categories: readonly CategoryName<MarketWords>[] }>;

/** Shows a person their own contact details: a decision, like every look. */
export const showContact = ({ avow }: Market, person: PersonId) =>
  avow.act('show', { person, purpose: 'rights', categories: correctable, to: 'person' });

/**
 * Keeps what a person changed. A value that is held is corrected, one that was never given is
 * collected; each is decided for itself. What is empty or unchanged is left alone.
 */
export async function correctContact(
  market: Market,
  person: PersonId,
  filled: Contact,
): Promise<readonly Kept[]> {
  const shown = await showContact(market, person);
  if (!shown.permitted) return [shown];
  const held = shown.value.values;
  const changed = correctable.filter((each) => filled[each] && filled[each] !== held[each]);
  const given = (categories: readonly (keyof Contact)[]): Contact =>
    Object.fromEntries(categories.map((each) => [each, filled[each]]));
  const old = changed.filter((each) => held[each] !== undefined);
  const fresh = changed.filter((each) => held[each] === undefined);
  const { avow } = market;
  return [
    ...(old.length > 0 ? [await avow.correct({ person, fields: given(old) })] : []),
    ...(fresh.length > 0
      ? [await avow.collect({ person, purpose: 'account', fields: given(fresh) })]
      : []),
  ];
}
