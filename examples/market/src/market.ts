import type { MarketWords } from '@avow/policy-market';
import type { Avow } from 'avow';
import { type Accounts, accounts } from './accounts/accounts.ts';
import { type Passwords, passwords } from './accounts/password.ts';
import { type Sessions, sessions } from './accounts/sessions.ts';
import { openDatabase } from './shop/database.ts';
import { type Listings, listings } from './shop/listings.ts';
import { type Purchases, purchases } from './shop/purchases.ts';

/** What every page works with: Avow, which knows the people, and the shop, which knows the goods. */
export interface Market {
  readonly avow: Avow<MarketWords>;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly listings: Listings;
  readonly purchases: Purchases;
  close(): void;
}

/** Opens the shop's file beside an Avow that is open already. */
export function openMarket(
  avow: Avow<MarketWords>,
  options: { readonly database: string; readonly now?: () => number },
): Market {
  const { database: path, now = Date.now } = options;
  const database = openDatabase(path);
  return {
    avow,
    accounts: accounts(database, now),
    passwords: passwords(),
    sessions: sessions(database, now),
    listings: listings(database, now),
    purchases: purchases(database, now),
    close: () => database.close(),
  };
}
