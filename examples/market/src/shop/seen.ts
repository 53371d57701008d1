import type { MarketWords } from '@avow/policy-market';
import type { Passage } from '@avow/web';
import type { Avow, PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Listing } from './listings.ts';

/** Lists the goods looked at last, newest first; optional, so it waits for a yes (5.a.2). */
export const seenCookie = 'market_seen';

const MOST = 6;
const purpose = 'cookies.personal';
const categories = ['cookie.yield'] as const;

/** The ids in the cookie. Whatever somebody wrote there, only goods of this market come of it. */
export const seenIn = (market: Pick<Market, 'listings'>, value: string | undefined): Listing[] =>
  (value ?? '')
    .split('.')
    .slice(0, MOST)
    .flatMap((id) => market.listings.get(id) ?? []);

/**
 * Notes that a thing was looked at, if the browser's cookies may serve this: the cookie is decided, and
 * what it tells is kept in the vault like all else (5.c.1). Answers the cookie's new value; undefined:
 * nothing is set.
 */
export async function noteSeen(
  market: Pick<Market, 'avow' | 'listings'>,
  passage: Passage | undefined,
  listing: Listing,
  before: string | undefined,
): Promise<string | undefined> {
  const person = passage?.subject;
  if (passage === undefined || person === undefined) return undefined;
  const earlier = seenIn(market, before).map(({ id }) => id);
  if (earlier[0] === listing.id || !(await passage.mayRead(purpose))) return undefined;
  const value = [listing.id, ...earlier.filter((id) => id !== listing.id)].slice(0, MOST).join('.');
  if (!(await passage.decide({ name: seenCookie })).permitted) return undefined;
  await forgetSeen(market, person);
  const key = `seen/${crypto.randomUUID()}`;
  const items = [{ key, category: categories[0], value }];
  const kept = await market.avow.items.add({ person, purpose, items });
  return kept.permitted ? value : undefined;
}

/** What the cookie told, opened by a decision to use it; none where it may not be used. */
export async function seenBy(market: Pick<Market, 'avow' | 'listings'>, person: PersonId) {
  const used = await market.avow.items.act('use', { person, purpose, categories });
  if (!used.permitted) return undefined;
  const values = used.value.items.map(({ value }) => value);
  const goods = [...new Set(values.flatMap((value) => seenIn(market, value)))];
  return { goods: goods.filter(({ state }) => state === 'offered'), sentence: used.sentence };
}

/** What the cookie told goes: when there is something newer, and when its purpose is rejected. */
export async function forgetSeen(
  { avow }: { readonly avow: Pick<Avow<MarketWords>, 'items'> },
  person: PersonId,
): Promise<void> {
  await avow.items.remove({ person, purpose: 'rights', to: 'person', categories });
}
