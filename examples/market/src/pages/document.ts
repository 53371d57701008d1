import { day, html, terms } from '@avow/server/look';
import type { DocumentKind } from 'avow';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { marketPage } from '../web/page.ts';
import type { Asked } from '../web/visit.ts';

/** A document that users agree to, as it was published, with the digest that acceptances bind. */
export const document = (market: Market, kind: DocumentKind) => async (c: Asked) => {
  const { visit } = c.var;
  const { words, language } = visit;
  const found = await market.avow.documents.current(kind);
  const text = found?.texts[language];
  if (found === undefined || text === undefined) return faultPage(c, 'notFound');
  const title = kind === 'service-agreement' ? words.site.agreement : words.site.rules;
  const main = html`<h1>${title}</h1>
${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
${terms([
  [words.document.version, found.version],
  [words.document.published, day(found.published, language)],
  [words.document.digest, html`<code>${found.digests[language] ?? ''}</code>`],
])}`;
  return c.html(marketPage(visit, title, main));
};
