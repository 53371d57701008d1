import { html, type Markup, none } from '@avow/server/look';
import type { PartyId } from 'avow';
import type { RouteName } from '../../access.ts';
import { once } from '../../web/form.ts';
import type { Visit } from '../../web/visit.ts';
import { partyName } from '../party/name.ts';

/** Something that is done to a party: said in full first, and done by a press of its own. */
export interface Deed {
  /** Where the form is sent. */
  readonly route: RouteName;
  readonly party: PartyId;
  readonly title: string;
  readonly lead: string;
  /** What it is about, such as the engagement that ends. */
  readonly about?: Markup;
  readonly fields?: Readonly<Record<string, string>>;
  readonly inside?: Markup;
  readonly button: string;
  /** Takes something away, or cannot be taken back. */
  readonly isGrave?: boolean;
}

/** The page that says what will come of it, with the button, and the way to leave it as it is. */
export function deedPage(visit: Visit, deed: Deed): Markup {
  const { words, to } = visit;
  const { route, party, title, lead, about, fields = {}, inside, button, isGrave } = deed;
  const hidden = Object.entries({ ...fields, party });
  return html`${partyWay(visit, party)}<h1>${title}</h1><p class="lead">${lead}</p>
${about ?? none}
<form method="post" action="${to(route)}" novalidate>${once()}${hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${inside ?? none}
<div class="actions"><button class="button${isGrave ? ' button-grave' : ''}">${button}</button><a class="button button-plain" href="${to('party', { party })}">${words.listed.cancel}</a></div></form>`;
}

/** The way back to the party that a page is about. */
export const partyWay = (visit: Visit, party: PartyId): Markup =>
  html`<p class="eyebrow"><a href="${visit.to('parties')}">${visit.words.parties.title}</a> · <a href="${visit.to('party', { party })}">${partyName(visit, party)}</a></p>`;
