import { html, type Markup } from './markup.ts';

/**
 * A point in time in the reader's form, with its zone: `20 November 2026 at 14:02 UTC`.
 * The server does not know the reader's zone, and says UTC rather than guess.
 */
export function moment(at: number, language: string): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${momentInWords(at, language)}</time>`;
}

/** The same as plain text, within a sentence or a title. */
export const momentInWords = (at: number, language: string): string =>
  `${formatted(at, language, { dateStyle: 'long', timeStyle: 'short' })} UTC`;

/** The time of day, where the day is said already: `14:02 UTC`. */
export function timeOfDay(at: number, language: string): Markup {
  const said = `${formatted(at, language, { timeStyle: 'short' })} UTC`;
  return html`<time datetime="${new Date(at).toISOString()}">${said}</time>`;
}

/** A day in the reader's form: `20 November 2026`. */
export function day(at: number, language: string): Markup {
  const whole = new Date(at).toISOString();
  return html`<time datetime="${whole.slice(0, 10)}">${dayInWords(at, language)}</time>`;
}

/** The same as plain text. */
export const dayInWords = (at: number, language: string): string =>
  formatted(at, language, { dateStyle: 'long' });

/** A month in the reader's form: `November 2026`. Any moment within it, in UTC, stands for it. */
export function month(at: number, language: string): Markup {
  const whole = new Date(at).toISOString();
  return html`<time datetime="${whole.slice(0, 7)}">${monthInWords(at, language)}</time>`;
}

/** The same as plain text. */
export const monthInWords = (at: number, language: string): string =>
  formatted(at, language, { month: 'long', year: 'numeric' });

/** English without a region is written as this project writes it: the day before the month. */
const formatted = (at: number, language: string, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...form,
    timeZone: 'UTC',
  }).format(at);
