import type { Fault } from '../fault.ts';
import type { Cookies } from '../model/cookie.ts';
import { leaves, type Words } from '../model/words.ts';
import { textFaults } from './text.ts';

/** A token (RFC 6265 section 4.1.1), or the beginning of one and a star. */
const cookieName = /^[!#$%&'+\-.^_`|~0-9A-Za-z]+\*?$/;

/** Everything structurally wrong with a register of cookies. */
export function cookieFaults(cookies: Cookies, words: Words): readonly Fault[] {
  const purposes = new Set(leaves(words.purposes));
  return Object.entries(cookies).flatMap(([name, { label, purpose, by }]) => {
    const where = `cookie ${name}`;
    const fault = (isWrong: boolean, what: string) => (isWrong ? [{ where, what }] : []);
    return [
      ...fault(
        !cookieName.test(name),
        'is no name of a cookie, nor the beginning of one and a star',
      ),
      ...textFaults(label, words.languages, where),
      ...fault(!purposes.has(purpose), `"${purpose}" is no purpose, or has others below it`),
      ...fault(!Object.hasOwn(words.recipients, by), `"${by}" is not among the recipients`),
    ];
  });
}
