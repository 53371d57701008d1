import { domainToASCII } from 'node:url';

declare const brand: unique symbol;

/** An e-mail address, as messages go to it: of sound form, without spaces around it. */
export type Address = string & { readonly [brand]: 'address' };

/** RFC 5321, section 4.5.3.1: 64 octets before the at sign, 254 in all. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

const local = /^[^\s@"(),:;<>[\]\\\p{C}]+$/u;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * The address that somebody typed; undefined for what is none. Quoted local parts and addresses
 * without a dot after the at sign are of sound form and refused nevertheless: nobody is reached there.
 */
export function addressIn(typed: unknown): Address | undefined {
  if (typeof typed !== 'string') return undefined;
  const [name = '', host, ...more] = typed.normalize('NFC').trim().split('@');
  if (host === undefined || more.length > 0) return undefined;
  const home = domainToASCII(host.toLowerCase());
  const address = `${name}@${home}`;
  const isSound =
    local.test(name) &&
    !/^\.|\.$|\.\./.test(name) &&
    domain.test(home) &&
    Buffer.byteLength(name) <= LONGEST_LOCAL &&
    Buffer.byteLength(address) <= LONGEST;
  return isSound ? (address as Address) : undefined;
}

/** What makes two addresses one account's: letters count the same in either case. */
export const sameness = (address: Address): string => address.toLowerCase();
