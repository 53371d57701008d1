import type { DatabaseSync } from 'node:sqlite';
import type { Operators, Accounts as People } from '@avow/accounts';
import type { MarketWords } from '@avow/policy-market';
import type { Avow } from 'avow';
import { type Accounts, accounts } from './accounts/accounts.ts';
import { openDatabase } from './shop/database.ts';
import { type Disputes, disputes } from './shop/disputes.ts';
import { type Listings, listings } from './shop/listings.ts';
import { type Photos, photos } from './shop/photos.ts';
import { type Purchases, purchases } from './shop/purchases.ts';
import type { MarketCookies } from './web/cookies.ts';

/** What every page works with: Avow, which knows the people, their ways in, and the shop, which knows the goods. */
export interface Market {
  readonly avow: Avow<MarketWords>;
  /** The way in of people and organisations. */
  readonly people: People;
  /** The way in of those who work here, which is another one. */
  readonly operators: Operators;
  /** Under which handle people know each other. */
  readonly accounts: Accounts;
  readonly cookies: MarketCookies;
  readonly listings: Listings;
  readonly photos: Photos;
  readonly purchases: Purchases;
  /** The time, by which it keeps its own rows. */
  now(): number;
  readonly disputes: Disputes;
  /** Its address as browsers have it. */
  readonly url: string;
  /** Where test partners have their pages, by party; empty where none were started. */
  readonly partners: Map<string, string>;
  /** Lets go of the shop's file and of the ways in; Avow is left open. */
  close(): Promise<void>;
}

/** Opens the shop's file beside an Avow, and ways in over it, that are open already. */
export function openMarket(
  avow: Avow<MarketWords>,
  options: Pick<Market, 'people' | 'operators' | 'cookies' | 'url'> & {
    /** The shop's file, or the file opened already. */
    readonly database: string | DatabaseSync;
    readonly now?: () => number;
  },
): Market {
  const { database: given, now = Date.now, people, operators, cookies, url } = options;
  const database = typeof given === 'string' ? openDatabase(given) : given;
  return {
    avow,
    people,
    operators,
    accounts: accounts(database, now),
    cookies,
    now,
    url,
    partners: new Map(),
    listings: listings(database, now),
    photos: photos(database, now),
    purchases: purchases(database, now),
    disputes: disputes(database, now),
    async close() {
      await people.close();
      await operators.close();
      database.close();
    },
  };
}
