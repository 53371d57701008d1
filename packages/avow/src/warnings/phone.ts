import { type Run, runsOf } from './digits.ts';
import type { Stretch } from './stretch.ts';

/** A number of something, said to be one. */
const label =
  /(?:isbn(?:-1[03])?|order|订单|单号|编号|货号|型号|款号|条码|序列|serial|model|sku|ean|upc|ref|part|tracking|运单|no|number|nr|№|#)[号码:.#\s]*(?:is|是|为)?[:#\s]*$/;

/** Somebody to be called, said before the number. */
const callMe =
  /(?:phone|tel|telephone|mobile|cell|call|text|ring|sms|whatsapp|电话|手机|手机号|致电|拨打|打给我|联系|联系我|号码|座机|my number is|reach me)[^\n.!?。！？]{0,12}$/;

/** Where a text, plain and in small letters, seems to hold telephone numbers. */
export function phones(text: string): Stretch[] {
  return runsOf(text)
    .filter((run) => isPhone(run, text))
    .map(({ start, end }) => ({ start: text[start - 1] === '+' ? start - 1 : start, end }));
}

function isPhone(run: Run, text: string): boolean {
  const before = text.slice(Math.max(0, run.start - 40), run.start);
  const { digits, groups } = run;
  if (/[¥$€£]\s*$/.test(before) || /^\s*(?:元|块|yuan|rmb|cny)/.test(text.slice(run.end))) {
    return false;
  }
  const isCalled = callMe.test(before);
  if (!isCalled && label.test(before)) return false;
  if (/\+\s*$|\(\+\s*$/.test(before)) return digits.length >= 8 && digits.length <= 15;
  if (isCalled) return digits.length <= 15 && !isDate(run);
  if (/^(?:86|0086)?1[3-9]\d{9}$/.test(digits)) return isGroupedAsMobile(groups);
  if (/^400\d{7}$|^800\d{7}$/.test(digits)) return groups.length > 1;
  if (/^0\d{8,11}$/.test(digits)) return !isIsbn10(run) && groups.length <= 5;
  // As numbers are grouped in North America.
  return groups.join() === '3,3,4' && /^[2-9]/.test(digits);
}

/** Sizes in a row have as many digits too; a number has few groups, or each digit by itself. */
function isGroupedAsMobile(groups: readonly number[]): boolean {
  return groups.length <= 4 || groups[0] === 3 || groups.every((length) => length === 1);
}

/** `2026-11-29`, with or without an hour behind it. */
function isDate({ groups, digits }: Run): boolean {
  const [year, month, day] = groups;
  const isLike = year === 4 && (month ?? 9) <= 2 && (day ?? 9) <= 2;
  return /^(?:19|20)/.test(digits) && (isLike || (groups.length === 1 && digits.length === 8));
}

/** ISO 2108: ten digits whose weighted sum is divisible by 11, in four groups. */
function isIsbn10({ digits, groups }: Run): boolean {
  if (digits.length !== 10 || groups.length !== 4) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return sum % 11 === 0;
}
