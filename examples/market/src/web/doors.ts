import { accountPages, accountPaths, operatorPages, type Reader } from '@avow/accounts/pages';
import { html, type Markup, terms } from '@avow/server/look';
import type { Context, Hono } from 'hono';
import { demoPassword, demoPeople } from '../demo/people.ts';
import type { Market } from '../market.ts';
import { consolePath, disputesPath, marketPage, staffPage } from './page.ts';
import type { Visit } from './visit.ts';

/** The cookies of the two ways in, as the policy's register names them. */
export const cookies = { people: 'market_session', operators: 'operator_session' } as const;

/** Where the pages of accounts are: the package's own paths, and the market's page after joining. */
export const doors = { ...accountPaths, joined: '/joined' } as const;

/** What the pages of accounts say of this deployment. */
export interface Desk {
  /** Where a development server shows its mail; absent where mail is sent. */
  readonly inbox?: string | undefined;
  /** Whether the people of the demonstration are here, and may be tried out. */
  readonly hasDemonstration: boolean;
}

/** Found out by `visits` before any page is made. */
const visitOf = (c: Context): Visit => c.get('visit');

const reader = (c: Context): Reader => visitOf(c);

/** The way in of people and organisations, in the market's frame. */
export function peoplesPages(market: Market, desk: Desk): Hono {
  const { inbox, hasDemonstration } = desk;
  return accountPages({
    avow: market.avow,
    accounts: market.people,
    cookie: cookies.people,
    paths: doors,
    country: 'CN',
    support: 'service@harbour.example',
    ...(inbox === undefined ? {} : { inbox }),
    reader,
    frame: (c, { title, main, scripts }) => marketPage(visitOf(c), title, main, scripts),
    documents: (c) => documents(market, visitOf(c)),
    ...(hasDemonstration ? { beside: (c) => demonstration(visitOf(c)) } : {}),
  });
}

/** The way in of those who work here: another page, another cookie, another table. */
export const staffsPages = (market: Market): Hono =>
  operatorPages({
    operators: market.operators,
    cookie: cookies.operators,
    reader,
    frame: (c, { title, main }) => staffPage(visitOf(c), title, main),
    // Every role finds something in the console; what it is, its table of access says.
    ways: (c) => {
      const { words, to } = visitOf(c);
      return [
        { href: to(consolePath), label: words.staff.console },
        { href: to(disputesPath), label: words.dispute.desk.title },
      ];
    },
  });

async function documents({ avow }: Market, { words, language, to }: Visit) {
  const [agreement, rules] = await Promise.all([
    avow.documents.current('service-agreement'),
    avow.documents.current('site-rules'),
  ]);
  const version = (found: typeof agreement) => (found ? { version: found.version } : {});
  return [
    { href: to('/agreement'), label: words.site.agreement, ...version(agreement) },
    { href: to('/rules'), label: words.site.rules, ...version(rules) },
    { href: `/policy?lang=${language}`, label: words.site.policy },
  ];
}

/** The people of the demonstration, for whoever tries the market out. */
const demonstration = ({ words }: Visit): Markup =>
  html`<section class="card"><h2>${words.demo.title}</h2><p>${words.demo.lead} <code>${demoPassword}</code></p>
${terms(demoPeople.map(({ email, part }) => [words.demo.parts[part], html`<code>${email}</code>`]))}</section>`;
