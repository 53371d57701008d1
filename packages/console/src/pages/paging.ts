import { html, type Markup, none } from '@avow/server/look';
import type { Visit } from '../web/visit.ts';

/** Ways from one page of a long list: back to its beginning, if this is a later one, and on to what follows. */
interface Ways {
  readonly first: string | false;
  readonly next: string | undefined;
}

export function paging({ words: { listed } }: Visit, { first, next }: Ways): Markup {
  if (first === false && next === undefined) return none;
  const back = first === false ? none : html`<a rel="first" href="${first}">${listed.first}</a>`;
  const on = next === undefined ? none : html`<a rel="next" href="${next}">${listed.older}</a>`;
  return html`<p class="paging">${back} ${on}</p>`;
}
