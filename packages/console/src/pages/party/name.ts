import type { Words } from '@avow/policy';
import { html, type Markup, none } from '@avow/server/look';
import type { Engagement, PartyId } from 'avow';
import type { Visit } from '../../web/visit.ts';

/** A party by the name that the platform gives it; else by that of the records. */
export const partyName = ({ place, language }: Visit, party: string): string =>
  place.nameOf?.(party, language) ?? party;

/** A party, linked to its page, with its name in the records where that is another one. */
export function partyLink(visit: Visit, party: PartyId): Markup {
  const name = partyName(visit, party);
  return html`<a href="${visit.to('party', { party })}">${name}</a>${name === party ? none : html`<br><span class="quiet small">${party}</span>`}`;
}

/** With whom a party serves people, in words. */
export function togetherWith(
  visit: Visit,
  { jointly }: Pick<Engagement<Words>, 'jointly'>,
): string | undefined {
  if (jointly === undefined || jointly.length === 0) return undefined;
  const { parties } = visit.words;
  const who = jointly.map((each) =>
    each === 'platform' ? parties.platform : partyName(visit, each),
  );
  return new Intl.ListFormat(visit.language, { type: 'conjunction' }).format(who);
}

/** Where an engagement stands at this moment. */
export function stageOf(
  { from, until, ended }: Pick<Engagement<Words>, 'from' | 'until' | 'ended'>,
  now: number,
): 'coming' | 'running' | 'over' | 'endedState' {
  if (ended !== undefined) return 'endedState';
  if (until !== undefined && until <= now) return 'over';
  return from > now ? 'coming' : 'running';
}

/** A country in the reader's language. */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
