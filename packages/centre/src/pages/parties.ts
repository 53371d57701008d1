import { html, type Markup } from '@avow/server/look';
import type { Visit } from '../web/visit.ts';

/** The name of a party or of another user, as the platform gives it; else “a party outside”. */
export const partyName = ({ centre, words, language }: Visit, party: string): string =>
  centre.nameOf?.(party, language) ?? words.history.other;

/** Where a value came from, in words. */
export function sourceName(visit: Visit, source: string): string {
  const { words } = visit;
  if (source === 'person') return words.held.fromPerson;
  if (source === 'derived') return words.interests.fromDerived;
  if (source === 'device') return words.held.fromDevice;
  return visit.centre.nameOf?.(source, visit.language) ?? words.held.fromOther;
}

/** A rule, a measure or an activity as the platform calls it, else as it was noted. */
export const registerWord = ({ centre, language }: Visit, noted: string): string =>
  centre.registerWord?.(noted, language) ?? noted;

/** An order as the platform calls it, with the way to it; else by its number in the records. */
export function orderName({ centre, language }: Visit, order: string): Markup {
  const known = centre.orderOf?.(order, language);
  return known === undefined
    ? html`<code>${order}</code>`
    : html`<a href="${known.href}">${known.label}</a>`;
}
