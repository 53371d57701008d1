import { type Stretch, stretches } from './stretch.ts';

const name = '[a-z0-9][a-z0-9._%+-]{0,63}';
const host = '[a-z0-9][a-z0-9-]{0,62}';

/** As machines write it. */
const asWritten = new RegExp(`${name}\\s?@\\s?${host}(?:\\.${host}){1,4}`, 'g');

/** The sign put into brackets or into Chinese: nobody writes that who means something else. */
const inBrackets = new RegExp(
  `${name}\\s?(?:[([{<*]\\s?(?:at|@|a)\\s?[)\\]}>*]|艾特|小老鼠)\\s?${host}(?:\\s?(?:\\.|[([{<]\\s?(?:dot|\\.)\\s?[)\\]}>]|点|\\bdot\\b)\\s?${host}){1,4}`,
  'g',
);

/** Both signs as words. */
const spelledOut = new RegExp(`${name} at ${host}(?: (?:dot|point) ${host}){1,4}\\b`, 'g');

/** The sign as a word before a house that mail is known to come from; else it may be a place. */
const knownHouses =
  'gmail|googlemail|qq|foxmail|163|126|139|189|sina|sohu|yahoo|outlook|hotmail|live|icloud|proton|protonmail|gmx';
const atAHouse = new RegExp(
  `${name} ?(?:at|圈a) ?(?:${knownHouses}) ?(?:\\.|dot|点) ?[a-z]{2,4}\\b`,
  'g',
);

/** Where a text, plain and in small letters, seems to hold e-mail addresses. */
export function emails(text: string): Stretch[] {
  return [asWritten, inBrackets, spelledOut, atAHouse].flatMap((pattern) =>
    stretches(text, pattern),
  );
}
