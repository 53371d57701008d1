import type { CategoryName } from '@avow/policy';
import type { MarketWords } from '@avow/policy-market';
import { type Decided, isAvowFault, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Language } from '../words/index.ts';
import type { Account } from './accounts.ts';

/** What somebody gives to have an account, once they have accepted the agreement. */
export interface Application {
  readonly username: string;
  readonly password: string;
  readonly language: Language;
  readonly about: Partial<Record<'contact.name' | 'contact.phone' | 'contact.address', string>>;
}

type Kept = Decided<{ readonly categories: readonly CategoryName<MarketWords>[] }>;

export type Registered =
  | { readonly outcome: 'joined'; readonly account: Account; readonly kept: Kept }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly kept: Kept };

/**
 * The way to an account: accept, then collect. User name and details go to Avow; the shop keeps the
 * person's id and the hash of the password. Of two who choose the same user name at once, one gets
 * it: Avow keeps a value that people are found by to one person.
 */
export async function register(
  { avow, accounts, passwords }: Pick<Market, 'avow' | 'accounts' | 'passwords'>,
  { username, password, language, about }: Application,
): Promise<Registered> {
  const name = normalised(username);
  if (await avow.subjects.find('registration.username', name)) return { outcome: 'taken' };
  const hash = await passwords.hash(password);
  const { person } = await avow.subjects.create({ kind: 'person', country: 'CN' });
  await avow.agreement.accept({ person, language });
  // The account comes before the name that leads to it: cut off in between, the name is still free.
  const account = accounts.add({ person, password: hash });
  const fields = { 'registration.username': name, ...about };
  const kept = await avow
    .collect({ person, purpose: 'account', fields, findBy: ['registration.username'] })
    .catch((fault: unknown) => {
      if (isAvowFault(fault, 'AVOW_TAKEN')) return undefined;
      throw fault;
    });
  if (kept?.permitted) return { outcome: 'joined', account, kept };
  // Nobody came of it: nothing of the attempt stays.
  accounts.remove(person);
  await avow.erase({ person });
  return kept === undefined ? { outcome: 'taken' } : { outcome: 'refused', kept };
}

/** Whose user name it is, found by a keyed hash: nothing is opened for it. */
export const whoIs = (
  market: Pick<Market, 'avow'>,
  username: string,
): Promise<PersonId | undefined> =>
  market.avow.subjects.find('registration.username', normalised(username));

/** User names are the same whatever their case and width: `Mei` and `ｍｅｉ` are one. */
const normalised = (username: string) => username.normalize('NFKC').toLowerCase();
