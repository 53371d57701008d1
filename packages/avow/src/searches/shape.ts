import type { NotKeptBecause } from '../face/searches.ts';
import { asDigits } from './digits.ts';

/** So many digits lead to somebody: the shortest phone numbers that are called from elsewhere have seven. */
const MANY_DIGITS = 7;

/**
 * What a search word is shaped like, if it may lead to somebody; whatever stands between its characters. In
 * doubt it is shaped: an ISBN that is not kept harms nobody.
 */
export function shapeOf(keyword: string): Exclude<NotKeptBecause, 'full'> | undefined {
  if (isAddress(keyword)) return 'address';
  const written = asDigits(keyword);
  const digits = written.replace(/\D/g, '');
  if (isResident(written) || hasPassport(written)) return 'identity';
  return digits.length >= MANY_DIGITS ? 'phone' : undefined;
}

/** Hosts that many have their mail with, and how a dot is written or said. */
const hosts =
  'gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|aol|gmx|web|yandex|proton|protonmail|mail|foxmail|aliyun|sina|sohu|tom|qq|vip|yeah|126|163|139|189';
const dot = '(?:\\.|。|·|dot|punkt|点|點)';
const mailHost = new RegExp(`(?:${hosts})${dot}?(?:com|net|org|cn|me|de|fr|ru|uk|jp)`);
const spelledOut = new RegExp(`.(?:at|艾特|圈a|#|\\$|&).*${dot}[a-z]{2}`);

function isAddress(keyword: string): boolean {
  if (keyword.includes('@')) return true;
  const squeezed = keyword.replace(/[\s()[\]{}<>「」【】_*"'`~,;:|/\\-]+/gu, '');
  return mailHost.test(squeezed) || spelledOut.test(squeezed);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** A Chinese resident identity number: GB 11643-1999, or the fifteen digits of before. */
function isResident(written: string): boolean {
  const squeezed = written.replace(/[^\dx]/g, '');
  if (/^\d{15}$/.test(squeezed)) return true;
  return [...squeezed.matchAll(/(?=(\d{17}[\dx]))/g)].some(([, number = '']) => {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
    return '10x98765432'[sum % 11] === number[17];
  });
}

/**
 * Loosely, passports: one to three letters before six digits or more, or a word of seven to ten letters and
 * digits of which five are digits.
 */
function hasPassport(written: string): boolean {
  const squeezed = written.replace(/[^\p{L}\d ]/gu, '');
  if (/(?:^|[^a-z])[a-z]{1,3} ?(?:\d ?){6,9}(?!\d)/.test(squeezed)) return true;
  return squeezed
    .split(' ')
    .some((word) => /^[a-z\d]{7,10}$/.test(word) && /[a-z]/.test(word) && /(?:\d.*){5}/.test(word));
}
