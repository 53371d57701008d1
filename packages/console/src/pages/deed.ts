import { html, type Markup, none } from '@avow/server/look';
import type { RouteName } from '../access.ts';
import { once } from '../web/form.ts';
import type { Visit } from '../web/visit.ts';

/** Something that can be done: said in full first, and done by a press of its own. */
export interface Deed {
  /** Where the form is sent. */
  readonly route: RouteName;
  /** The way back to what it is done to, above the title. */
  readonly way: Markup;
  readonly title: string;
  readonly lead: string;
  /** What it is about, such as the engagement that ends. */
  readonly about?: Markup;
  readonly fields: Readonly<Record<string, string>>;
  readonly inside?: Markup;
  readonly button: string;
  /** Takes something away, or cannot be taken back. */
  readonly isGrave?: boolean;
  /** A document may come with it. */
  readonly takesDocument?: boolean;
  /** Where whoever leaves it as it is goes. */
  readonly cancel: string;
}

/** The page that says what will come of it, with the button, and the way to leave it as it is. */
export function deedPage({ words, to }: Visit, deed: Deed): Markup {
  const { route, way, title, lead, about, fields, inside, button, isGrave, cancel } = deed;
  const encoding = deed.takesDocument ? html` enctype="multipart/form-data"` : none;
  return html`${way}<h1>${title}</h1><p class="lead">${lead}</p>
${about ?? none}
<form method="post" action="${to(route)}"${encoding} novalidate>${once()}${Object.entries(
    fields,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${inside ?? none}
<div class="actions"><button class="button${isGrave ? ' button-grave' : ''}">${button}</button><a class="button button-plain" href="${cancel}">${words.listed.cancel}</a></div></form>`;
}
