import { type Asked, privacyCentre } from '@avow/centre';
import { harbourMarket, type MarketWords } from '@avow/policy-market';
import type { Application, Mounted } from '@avow/server';
import { leave } from '../accounts/leave.ts';
import type { Market } from '../market.ts';
import { thingAt } from '../shop/kinds.ts';
import { ownPath, ownRooms } from '../web/own.ts';
import { marketPage } from '../web/page.ts';
import type { Visit } from '../web/visit.ts';
import { en } from '../words/en/index.ts';
import { zhCN } from '../words/zh-CN/index.ts';
import { matters } from './matters.ts';
import { handleIn, nameAmong } from './people.ts';
import { noted } from './registers.ts';
import { textsIn } from './thing.ts';

/** What the market hands over beside a request. */
export type Around = Mounted & { readonly visit: Visit };

/** The privacy centre at the market, under `/mine`: who is reading, what they are asked, and the frame. */
export function centre(market: Market): Application {
  return privacyCentre<MarketWords, Around>({
    avow: market.avow,
    at: ownPath,
    name: harbourMarket.product,
    whoIs: ({ around: { visit } }) => {
      if (visit.person === undefined) return undefined;
      const called = handleIn(market, visit.person, visit.language);
      return { person: visit.person, language: visit.language, called };
    },
    signIn: (path, language) =>
      `/login?next=${encodeURIComponent(path)}${language === undefined ? '' : `&lang=${language}`}`,
    proof: {
      by: 'password',
      async prove(_, password, { request, around: { caller } }) {
        const cookie = request.headers.get('cookie') ?? undefined;
        const { outcome, ...told } = await market.people.proves({ cookie, password, caller });
        if ('seconds' in told) return { wait: told.seconds };
        return outcome === 'proven' ? 'proven' : 'wrong';
      },
    },
    nameOf: (party, language) => nameAmong(market.accounts, party, language),
    orderOf: (order, language) => orderAt(market, order, language),
    thingOf: (id, language) => {
      const listing = market.listings.get(id);
      if (listing === undefined) return undefined;
      return { label: textsIn(listing, language).title, href: `/goods/${id}?lang=${language}` };
    },
    pageName: (page, language) => {
      const thing = thingAt(market.listings, page);
      return thing && textsIn(thing, language).title;
    },
    registerWord: (name, language) => noted(language, name),
    matters,
    correctable: [
      { category: 'contact.name', autocomplete: 'name', purpose: 'account' },
      { category: 'contact.phone', autocomplete: 'tel', purpose: 'account' },
      { category: 'contact.address', autocomplete: 'street-address', purpose: 'account' },
      // Where law asks for it, as of those who sell much. Nobody is asked for it at registration.
      { category: 'registration.identity', autocomplete: 'off', purpose: 'account' },
    ],
    erase: ({ person }) => leave(market, person),
    leaves: {
      en: 'Your offers are taken down and your open orders are closed; past orders keep a number in place of you.',
      'zh-CN': '您出售的物品将下架，未完成的订单将关闭；过去的订单以编号代替您。',
    },
    async signedOut({ request }) {
      const { setCookie } = await market.people.signOut(request.headers.get('cookie') ?? undefined);
      return [setCookie];
    },
    elsewhere: [
      { href: '/registers', label: { en: en.registers.link, 'zh-CN': zhCN.registers.link } },
    ],
    rooms: ownRooms,
    cookies: '/cookies',
    documents: { 'service-agreement': '/agreement', 'site-rules': '/rules' },
    frame: ({ title, main, isLast, scripts, stylesheets }, { around }: Asked<Around>) => {
      const { visit } = around;
      const shown = isLast ? { ...visit, person: undefined } : visit;
      return marketPage(shown, title, main, scripts, stylesheets);
    },
  });
}

/** An order by what was bought in it, and its page. */
function orderAt(market: Market, order: string, language: Visit['language']) {
  const purchase = market.purchases.get(order);
  const listing = purchase && market.listings.get(purchase.listing);
  if (listing === undefined) return undefined;
  return { label: textsIn(listing, language).title, href: `/orders/${order}?lang=${language}` };
}
