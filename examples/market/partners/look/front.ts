import type { Handed } from '@avow/partner';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Book } from '../process/book.ts';
import { type Markup, page } from './page.ts';
import { askedTable } from './parts.ts';
import { type Visit, visitOf } from './visit.ts';
import type { Language } from './words.ts';

/** What a partner's first page says, each in its own words. */
interface Front {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
}

/** The first page: what the partner was handed, each in a row with what may be done about it; what it asked. */
export const front =
  (
    book: Book,
    saidIn: (language: Language) => Front,
    row: (handed: Handed, visit: Visit) => Markup,
  ) =>
  async (c: Context): Promise<Response> => {
    const visit = visitOf(c);
    const { name, title, lead, none } = saidIn(visit.language);
    const handed = await book.handed();
    const main = html`<p>${lead}</p>
${handed.length === 0 ? html`<p>${none}</p>` : html`<ul class="list">${handed.map((each) => row(each, visit))}</ul>`}
${askedTable(book.asked(), visit)}`;
    return page(c, visit, { name, title, main });
  };
