import type { Accounts as People } from '@avow/accounts';
import type { MarketWords } from '@avow/policy-market';
import { raw } from '@avow/server/look';
import {
  type CookieChoice,
  type CookieDesk,
  type CookieGate,
  cookieChoice,
  cookieDesk,
  cookieGate,
  Returns,
} from '@avow/web';
import type { Avow } from 'avow';
import type { MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { codeOf } from '../shop/code.ts';
import { forgetSeen } from '../shop/seen.ts';
import { cookies } from './doors.ts';
import type { Env } from './visit.ts';

/** What stands between browsers and the market, as far as cookies go. */
export interface MarketCookies {
  readonly gate: CookieGate;
  readonly choice: CookieChoice;
  readonly desk: CookieDesk;
  /** Who was given a session a moment ago, and is expected back with it. */
  readonly returns: Returns;
}

/** The gate, the choice and the desk of this market. Whoever has an account is known by it first. */
export function marketCookies(
  avow: Avow<MarketWords>,
  whoIs: People['whoIs'],
  now: () => number = Date.now,
): MarketCookies {
  const gate: CookieGate = cookieGate({
    avow,
    now,
    async subject(presented) {
      const session = presented.get(cookies.people);
      const whose = session && (await whoIs(`${cookies.people}=${session}`));
      return whose ? whose.person : choice.deviceIn(presented);
    },
    fault(problem) {
      const code = codeOf(problem) ?? 'MARKET_FAULT';
      // Somebody whose session outlived them: nothing is wrong, and the cookie goes.
      if (code !== 'AVOW_ERASED') console.error(`market: a cookie was not decided: ${code}`);
    },
  });
  const choice = cookieChoice({
    avow,
    gate,
    needed: ['cookies.needed'],
    remember: 'market_choice',
    rejected: (person) => forgetSeen({ avow }, person),
  });
  const desk = cookieDesk({ avow, gate, choice, page: '/cookies' });
  return { gate, choice, desk, returns: new Returns(now) };
}

/**
 * The library for the ways in. They ask about a session's cookie before they make one: here they ask the
 * gate, so that the cookie is decided once and leaves under that decision.
 */
export const behindGate = (
  avow: Avow<MarketWords>,
  { gate }: Pick<MarketCookies, 'gate'>,
): Avow<MarketWords> => ({ ...avow, cookies: { ...avow.cookies, set: gate.set } });

/** Puts the question first in a page on which an optional cookie waits for its answer. */
export const asking =
  (market: Market): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { gate, choice, desk } = market.cookies;
    const passage = gate.here();
    const { visit } = c.var;
    if (passage !== undefined) {
      const banner = desk.pieces.banner(await choice.state(passage), visit.language);
      c.set('visit', { ...visit, ask: raw(banner.text) });
    }
    await next();
  };
