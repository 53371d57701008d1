import type { Words } from '@avow/policy';
import type { Subjects } from 'avow';
import { type Address, sameness } from './address.ts';

declare const brand: unique symbol;

/** What the accounts' tables hold in place of an address: `u` and 48 hexadecimal digits at `id.invalid`. */
export type Pseudonym = string & { readonly [brand]: 'pseudonym' };

/** `id.invalid` can never receive anything (RFC 2606, section 2). The tables' own check says the same. */
const form = /^u[0-9a-f]{48}@id\.invalid$/;

export const isPseudonym = (word: unknown): word is Pseudonym =>
  typeof word === 'string' && form.test(word);

/** Who shares an account's tables, and must not share pseudonyms: a person may be an operator too. */
type Realm = 'people' | 'operators';

export function pseudonymOf(
  subjects: Pick<Subjects<Words>, 'pseudonym'>,
  realm: Realm,
  address: Address,
): Pseudonym {
  return `u${subjects.pseudonym(`accounts/${realm}`, sameness(address))}@id.invalid` as Pseudonym;
}
