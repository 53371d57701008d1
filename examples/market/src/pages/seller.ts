import { empty, html, type Markup, none, terms } from '@avow/server/look';
import { asPersonId } from 'avow';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Asked } from '../web/visit.ts';
import { handleOf } from './people.ts';
import { reviewsAbout } from './reviews.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** What everybody may know of a seller: a handle, what is said of it, what it offers. */
export const seller = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const listing = market.listings.get(c.req.param('id') ?? '');
  if (listing === undefined) return faultPage(c, 'notFound');
  const { words, language, to } = visit;
  const handle = handleOf(market, visit, listing.seller);
  const offers = market.listings.of(listing.seller).filter(({ state }) => state === 'offered');
  const facts = await market.avow.subjects.publicFacts(listing.seller);
  const main = html`<h1>${handle}</h1>
${facts === undefined ? none : html`<p><a href="${to(`/organisations/${listing.seller}`)}">${words.organisation.link}</a></p>`}
${await reviewsAbout(market, visit, listing.seller)}
<h2>${words.review.offers}</h2>
<ul class="order-rows">${offers.map(
    (each) =>
      html`<li>${thumbnail(each)}<div><a href="${to(`/goods/${each.id}`)}">${textsIn(each, language).title}</a></div><span class="number">${price(each.price, language)}</span></li>`,
  )}</ul>
${listing.seller === visit.person ? none : html`<p class="small"><a href="${to(`/goods/${listing.id}/complain`)}">${words.complain.link}</a> · <a href="${to(`/goods/${listing.id}/report`)}">${words.report.link}</a></p>`}`;
  return c.html(marketPage(visit, handle, main));
};

/** What law makes public of an organisation (1.a): read by anybody, without a decision. */
export const organisation = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const facts = /^[\w-]{1,128}$/.test(id)
    ? await market.avow.subjects.publicFacts(asPersonId(id))
    : undefined;
  if (facts === undefined) return faultPage(c, 'notFound');
  const { organisation } = visit.words;
  const pairs = (
    [
      [organisation.name, facts['enterprise.name']],
      [organisation.registration, facts['enterprise.registration']],
    ] as const
  ).flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
  const held: Markup = pairs.length === 0 ? empty(organisation.none) : terms(pairs);
  const main = html`<h1>${organisation.title}</h1><p class="lead">${organisation.lead}</p>${held}${citing(market, visit, '1.a.3')}`;
  return c.html(marketPage(visit, organisation.title, main));
};
