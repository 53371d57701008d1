import { html, type Markup } from './markup.ts';

/**
 * A point in time in the reader's form, with its zone: `20 November 2026 at 14:02 UTC`.
 * The server does not know the reader's zone, and says UTC rather than guess.
 */
export function moment(at: number, language: string): Markup {
  const shown = new Intl.DateTimeFormat(formOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${shown} UTC</time>`;
}

/** A day in the reader's form: `20 November 2026`. */
export function day(at: number, language: string): Markup {
  const shown = new Intl.DateTimeFormat(formOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString().slice(0, 10)}">${shown}</time>`;
}

/** English without a region is written as this project writes it: the day before the month. */
const formOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
