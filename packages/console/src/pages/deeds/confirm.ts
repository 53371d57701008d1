import { html, type Markup } from '@avow/server/look';
import type { PartyId } from 'avow';
import type { Visit } from '../../web/visit.ts';
import { type Deed, deedPage } from '../deed.ts';
import { partyName } from '../party/name.ts';

/** Something that is done to a party. */
export interface PartyDeed extends Omit<Deed, 'way' | 'cancel' | 'fields'> {
  readonly party: PartyId;
  readonly fields?: Deed['fields'];
}

export function partyDeedPage(visit: Visit, { party, fields = {}, ...deed }: PartyDeed): Markup {
  const cancel = visit.to('party', { party });
  const way = partyWay(visit, party);
  return deedPage(visit, { ...deed, way, cancel, fields: { ...fields, party } });
}

/** The way back to the party that a page is about. */
export const partyWay = (visit: Visit, party: PartyId): Markup =>
  html`<p class="eyebrow"><a href="${visit.to('parties')}">${visit.words.parties.title}</a> · <a href="${visit.to('party', { party })}">${partyName(visit, party)}</a></p>`;
