/** Eight digits and more with the usual marks between them: a phone number, an account, a QQ. */
const number = /(?:\+|\d)(?:[ ().\-–]?\d){7,}/u;

const email = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/u;

/** Whether a text seems to hold contact details. Fullwidth digits count as digits. */
export function holdsContact(text: string): boolean {
  const plain = text.normalize('NFKC');
  return number.test(plain) || email.test(plain);
}
