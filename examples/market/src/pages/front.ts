import { empty, html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import type { Listing } from '../shop/listings.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import { readSeen } from '../web/seen.ts';
import type { Asked, Visit } from '../web/visit.ts';
import { forYou } from './for-you.ts';
import { handleOf } from './people.ts';
import { promised } from './promised.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** The shelves: everything on offer, or what speaks of the words asked for. */
export const front = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const { words } = visit;
  const search = (c.req.query('q') ?? '').trim().slice(0, 80);
  const found = market.listings.offered(search);
  if (search !== '') void market.avow.searches.keep(search).catch(() => undefined);
  const head =
    search === ''
      ? html`<h1>${words.front.title}</h1><p class="lead">${words.front.lead}</p>`
      : html`<h1>${words.front.searched(search)}</h1>`;
  const main = html`${head}
${searchForm(visit, search)}
${search === '' ? await forYou(market, visit) : none}
<h2 class="shelf-title">${words.front.found(found.length)}</h2>
${found.length === 0 ? empty(words.front.nothing, { href: visit.to('/'), label: words.front.all }) : html`<ul class="shelf">${found.map((listing) => card(market, visit, listing))}</ul>`}
${search === '' ? await seenShelf(c, market) : afterSearch(market, visit, found.length > 0)}
${search === '' && visit.person === undefined ? promised(market, visit) : none}`;
  return c.html(marketPage(visit, words.site.name, main));
};

/** What the reader looked at last, if a cookie may serve this; with why it is there, and the way out of it. */
async function seenShelf(c: Asked, market: Market): Promise<Markup> {
  const { visit } = c.var;
  const { words } = visit;
  const seen = await readSeen(c, market);
  if (seen === undefined || seen.goods.length === 0) return none;
  return html`<section aria-labelledby="seen"><h2 class="shelf-title" id="seen">${words.cookies.seen}</h2>
<ul class="shelf">${seen.goods.map((listing) => card(market, visit, listing))}</ul>
<p class="quiet">${words.cookies.seenWhy} <a href="${visit.to('/cookies')}">${words.cookies.change}</a></p>${citing(market, visit, seen.sentence)}</section>`;
}

function searchForm({ words, language, to }: Visit, search: string): Markup {
  const carried = to('/') !== '/';
  return html`<form class="search" role="search" method="get" action="/">
<label class="unseen" for="q">${words.front.search}</label>
<input type="search" id="q" name="q" value="${search}" maxlength="80" placeholder="${words.front.search}" autocomplete="off">
${carried ? html`<input type="hidden" name="lang" value="${language}">` : none}
<button class="button button-plain">${words.front.find}</button>
</form>`;
}

function card(market: Market, visit: Visit, listing: Listing): Markup {
  const { title, spoken } = textsIn(listing, visit.language);
  return html`<li><a href="${visit.to(`/goods/${listing.id}`)}">${thumbnail(listing)}
<span class="shelf-name" lang="${spoken}">${title}</span></a>
<span class="shelf-price">${price(listing.price, visit.language)}</span>
<span class="quiet">${visit.words.listing.by(handleOf(market, visit, listing.seller))}</span></li>`;
}

/** Clause 1.d, said where it matters: beside what was searched for. */
function afterSearch(market: Market, visit: Visit, hasFound: boolean): Markup {
  return html`${hasFound ? html`<p><a href="${visit.to('/')}">${visit.words.front.all}</a></p>` : none}
<p class="quiet">${visit.words.front.keyword}</p>${citing(market, visit, '1.d.1')}`;
}
