import type { Words } from '@avow/policy';
import type { Avow } from 'avow';
import type { Address } from './address.ts';
import type { AccountPages } from './face.ts';
import type { FrontDoor } from './front-door.ts';
import type { Later } from './later.ts';
import type { Tries } from './limits.ts';
import type { Writer } from './mail/writer.ts';
import type { Passwords } from './password.ts';
import type { Pseudonym } from './pseudonym.ts';

/** The library as accounts see it: of any policy. */
export type AnyAvow = Avow<Words>;

/** What the policy calls the things that accounts are made of. */
export interface AccountWords {
  /** The category of the address. Default `contact.email`. */
  readonly address: string;
  /** What each kind of account is asked besides. */
  readonly fields: Readonly<Record<'person' | 'organisation', readonly string[]>>;
  /** What registering is for. Default `account`. */
  readonly purpose: string;
  /** Writing to somebody about the safety of the account. Default `message` for `security`. */
  readonly message: { readonly action: string; readonly purpose: string };
}

/** What every step works with. */
export interface Premises {
  readonly avow: AnyAvow;
  readonly door: FrontDoor;
  readonly words: AccountWords;
  /** The platform's name, as an authenticator shows it. */
  readonly issuer: string;
  readonly passwords: Passwords;
  readonly writer: Writer;
  readonly tries: Tries;
  readonly later: Later;
  readonly now: () => number;
  pseudonym(address: Address): Pseudonym;
  /** The address of a page of the platform, with a token in it. */
  link(page: keyof AccountPages, token?: string): string;
  /** What is sealed opens with the same key only: for what waits in the tables. */
  seal(clear: string): Promise<string>;
  unseal(sealed: string): Promise<string>;
}
