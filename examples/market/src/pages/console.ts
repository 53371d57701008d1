import { disclosurePortal, operatorsConsole } from '@avow/console';
import { harbourMarket, type MarketWords } from '@avow/policy-market';
import type { Application, Mounted } from '@avow/server';
import type { Market } from '../market.ts';
import { consolePath, portalPath, staffPage } from '../web/page.ts';
import type { Visit } from '../web/visit.ts';
import { knownParty } from './people.ts';
import { noted } from './registers.ts';

/** What the market hands over beside a request. */
type Around = Mounted & { readonly visit: Visit };

/** The console at the market: for its operators, whose second factor is on, in their own frame. */
export function console(market: Market): Application {
  return operatorsConsole<MarketWords, Around>({
    avow: market.avow,
    at: consolePath,
    name: harbourMarket.product,
    async whoIs({ request }) {
      const who = await market.operators.whoIs(request.headers.get('cookie') ?? undefined);
      // Until the second factor is on there is nothing but to switch it on, which the way in sees to.
      return who?.state === 'in' ? { operator: who.operator, role: who.role } : undefined;
    },
    signIn: (_, language) => `/staff${language === undefined ? '' : `?lang=${language}`}`,
    nameOf: knownParty,
    registerWord: (name, language) => noted(language, name),
    engageable: ['servicePartner', 'marketingPartner', 'affiliate', 'authority', 'thirdParty'],
    findBy: ['contact.email'],
    portal: `${market.url}${portalPath}`,
    now: market.now,
    frame: ({ title, main, operator, ...more }, { around: { visit } }) =>
      staffPage(visit, title, main, { ...more, isIn: operator !== undefined }),
  });
}

/** Where whoever holds no key takes up what the desk disclosed to them; another user signs in as always. */
export function portal(market: Market): Application {
  return disclosurePortal<MarketWords, Around>({
    avow: market.avow,
    at: portalPath,
    name: harbourMarket.product,
    whoIs: ({ around: { visit } }) => visit.person,
    signIn: (path) => `/login?next=${encodeURIComponent(path)}`,
  });
}
