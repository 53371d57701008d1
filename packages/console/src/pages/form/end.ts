import type { Markup } from '@avow/server/look';
import type { Visit } from '../../web/visit.ts';
import { DAY, date, dayOf } from './date.ts';

/** The longest that a case goes on: as the library has it. */
const longest = 366 * DAY;

/** The end of something, as it was entered: the last moment of a day, none, or a day that it cannot be. */
export type End =
  | { readonly at: number | undefined; readonly isWrong: false }
  | { readonly at?: never; readonly isWrong: true };

/** Reads a day on which something ends, to its last moment (UTC). Empty: none was entered. */
export function readEnd(text: string, now: number, within = Number.POSITIVE_INFINITY): End {
  if (text === '') return { at: undefined, isWrong: false };
  const day = dayOf(text);
  const at = (day ?? 0) + DAY;
  return day === undefined || at <= now || at - now > within
    ? { isWrong: true }
    : { at, isWrong: false };
}

/** The same of a case, which goes on for a year at most. */
export const readCaseEnd = (text: string, now: number): End => readEnd(text, now, longest);

/** When a case is to end by itself. */
export function caseEndField({ words }: Visit, value: string, isWrong = false): Markup {
  const { caseEnd: said } = words;
  const error = isWrong ? said.wrong : undefined;
  return date({ name: 'expires', label: said.label, hint: said.hint, value, error });
}
