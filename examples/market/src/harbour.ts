import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type AccountLimits,
  type AccountsOptions,
  inbox,
  inboxPage,
  type Mail,
  openAccounts,
  openOperators,
  passwords,
} from '@avow/accounts';
import { linksOf } from '@avow/accounts/pages';
import { documentLimit } from '@avow/console';
import { harbourMarket, type MarketWords, policy } from '@avow/policy-market';
import { createServer, type Server, scopeNames } from '@avow/server';
import {
  type AvowOptions,
  createAvow,
  type MailLinks,
  mailWays,
  passphraseFile,
  passwordsMeasure,
} from 'avow';
import { accounts } from './accounts/accounts.ts';
import { keepAdministrator } from './accounts/administrator.ts';
import { keepStaff } from './accounts/staff.ts';
import { marketApp } from './app.ts';
import { fillMarket } from './demo/fill.ts';
import { openMarket } from './market.ts';
import { knownParty, nameAmong } from './pages/people.ts';
import { icon } from './pictures/icon.ts';
import { codeOf } from './shop/code.ts';
import { openDatabase } from './shop/database.ts';
import { interestsIn } from './shop/kinds.ts';
import { listings } from './shop/listings.ts';
import { prepare } from './shop/prepare.ts';
import { behindGate, marketCookies } from './web/cookies.ts';
import { cookies, doors } from './web/doors.ts';
import { footWays, headWays } from './web/ways.ts';
import type { Language } from './words/index.ts';

/**
 * Where everything lies, under one folder. Data, keys and the last checkpoint are apart, so that a
 * copy of one of them opens nothing and hides nothing.
 */
export const placesIn = (home: string) => ({
  data: resolve(home, 'data/avow.db'),
  shop: resolve(home, 'data/market.db'),
  accounts: resolve(home, 'data/accounts.db'),
  operators: resolve(home, 'data/operators.db'),
  apiKeys: resolve(home, 'data/api-keys.db'),
  keys: resolve(home, 'keys/store/avow-keys.db'),
  passphrase: resolve(home, 'keys/root'),
  developmentKey: resolve(home, 'keys/api-key'),
  administrator: resolve(home, 'keys/administrator'),
  staff: resolve(home, 'keys/staff'),
  anchor: resolve(home, 'anchor/checkpoint'),
  partners: resolve(home, 'partners'),
});

export type Places = ReturnType<typeof placesIn>;

export type Harbour = Awaited<ReturnType<typeof openHarbour>>;

export interface HarbourOptions extends Pick<Parameters<typeof createServer>[0], 'log'> {
  /** The market's address as browsers have it: links in messages begin with it, passkeys belong to it. */
  readonly url: string;
  /**
   * Hands messages on. Absent: an inbox for development, shown at `/inbox`, and an empty market is filled
   * with the demonstration, whose password everybody knows.
   */
  readonly mail?: Mail;
  readonly limits?: AccountLimits;
  /** The time, for tests that let days go by; absent: the machine's. */
  readonly clock?: AvowOptions<MarketWords>['clock'];
}

/** Opens Avow under the market's policy, the market with its ways in on top of it, and one server for both. */
export async function openHarbour(places: Places, options: HarbourOptions) {
  const shown = options.mail === undefined ? inbox() : undefined;
  const mail = options.mail ?? (shown as Mail);
  // Before all else: from its start on Avow may ask what a page speaks of, and who somebody is.
  const shop = openDatabase(places.shop);
  const members = accounts(shop, () => Date.now());
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: passphraseFile(places.passphrase),
    anchor: places.anchor,
    origin: 'harbour.example/log',
    measures: [passwordsMeasure(passwords().hash)],
    nameOf: (party, language) => nameAmong(members, party, language as Language),
    ...(options.clock && { clock: options.clock }),
    ...mailWays<MarketWords>({
      mail,
      address: 'contact.email',
      name: called,
      links: linksFrom(options.url),
    }),
    interests: interestsIn(listings(shop, () => Date.now())),
  }).catch((fault: unknown) => {
    shop.close();
    throw fault;
  });
  const shield = marketCookies(avow, (cookie) => people.whoIs(cookie));
  const { url, limits } = options;
  const issuer = harbourMarket.product.en;
  const common = { avow: behindGate(avow, shield), origin: url, issuer, ...(limits && { limits }) };
  const peoples = {
    ...common,
    database: places.accounts,
    cookie: cookies.people,
    pages: linksOf(doors),
    fault: (problem: unknown) =>
      console.error(`market: ${codeOf(problem) ?? 'MARKET_FAULT'} in what follows an answer`),
  };
  const staff = { ...common, database: places.operators, cookie: cookies.operators };
  const [people, operators] = await Promise.all([
    openAccounts({ ...peoples, mail }),
    openOperators(staff),
  ]);
  const market = openMarket(avow, {
    ...{ database: shop, people, operators, cookies: shield, url },
    ...(options.clock && { now: () => options.clock?.now() ?? Date.now() }),
  });
  const desk = { inbox: shown && '/inbox', hasDemonstration: shown !== undefined };
  const server = await createServer({
    ...(options.log && { log: options.log }),
    avow,
    keys: places.apiKeys,
    url,
    name: harbourMarket.product,
    icon,
    mine: '/mine/policy',
    comments: '/mine/comments',
    nameOf: (party, language) => knownParty(party, language as Language),
    ways: headWays,
    foot: footWays,
    // Documents of courts and authorities come to the desk.
    bodies: { '/console/desk/': documentLimit },
    mount: [
      ...(shown === undefined ? [] : [{ path: '/inbox', app: inboxPage(shown) }]),
      { path: '/', app: marketApp(market, desk) },
    ],
  });
  await prepare(market);
  const filled = shown !== undefined && (await fillFrom(market, peoples));
  await keepDevelopmentKey(server, places.developmentKey);
  await keepAdministrator(operators, places.administrator);
  if (shown !== undefined) await keepStaff(operators, places.staff);
  return { avow, market, server, filled, inbox: shown };
}

/** The demonstration joins through a way in of its own, so that its messages go to nobody and no limit meets it. */
async function fillFrom(
  market: ReturnType<typeof openMarket>,
  options: Omit<AccountsOptions<MarketWords>, 'mail'>,
): Promise<boolean> {
  const mail = inbox();
  const generous = { perSecond: 100, burst: 100 };
  const limits = { account: generous, caller: generous, mail: generous };
  const people = await openAccounts({ ...options, mail, limits });
  try {
    return await fillMarket(market, { people, inbox: mail });
  } finally {
    await people.close();
  }
}

const called = (language: string) => harbourMarket.product[language === 'zh-CN' ? 'zh-CN' : 'en'];

/** Where messages lead: pages of the market that name nobody. */
function linksFrom(site: string): MailLinks {
  const to = (path: string) => (language: string) => `${site}${path}?lang=${language}`;
  return {
    version: (version, language) => to(`/policy/versions/${version}`)(language),
    comment: to('/mine/comments'),
    answer: to('/mine/change'),
    leave: to('/mine/leave'),
    told: to('/mine/told'),
    cases: to('/mine/cases'),
    signIn: to(doors.login),
    reset: to(doors.forgotten),
    safety: to('/mine/safety'),
    choices: to('/mine/choices'),
    unsubscribe: (token, language) => to(`/unsubscribe/${token}`)(language),
  };
}

/** A key to the whole of /v1, for trying it out: made once, readable by its owner alone. */
async function keepDevelopmentKey({ keys }: Server, file: string): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { key } = await keys.create({ label: 'development', scopes: scopeNames });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
}
