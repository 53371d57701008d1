import { html, type Markup } from '@avow/server/look';

/**
 * An id of the records as a page of many shows it: its end, enough to tell one from another. Whoever needs the
 * whole has it where the pointer rests, and on the page of what it names.
 */
export const short = (id: string): Markup =>
  html`<code class="id" title="${id}">…${id.slice(-6)}</code>`;
