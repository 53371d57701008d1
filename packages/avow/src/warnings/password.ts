import { type Stretch, stretches } from './stretch.ts';

const word = '(?:\\b(?:password|passwd|pwd|passcode|passphrase|pin code)\\b|密码|口令)';

const patterns = [
  // Said to be one: whatever follows.
  new RegExp(`${word}\\s{0,2}(?::|=)\\s{0,2}(?<id>[!-~]{4,64})`, 'dg'),
  // Perhaps said to be one: what follows is no word of a sentence.
  new RegExp(
    `${word}\\s{0,2}(?:\\bis\\b|是|为|就是)?\\s{0,2}(?<id>(?=[!-~]{0,63}[0-9])[!-~]{4,64})`,
    'dg',
  ),
];

/** Where a text, plain and in small letters, seems to hold a password: behind a word that says so. */
export function passwords(text: string): Stretch[] {
  return patterns.flatMap((pattern) => stretches(text, pattern));
}
