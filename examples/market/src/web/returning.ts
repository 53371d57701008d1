import type { MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { cookies } from './doors.ts';
import type { Env } from './visit.ts';

/** The first page after logging in, and the ticket in its address. */
const KEPT = '/login/kept';

/**
 * Finds out about browsers that keep no cookie: whoever logs in is expected back, and coming back without
 * the session's cookie is a no to cookies (5.b.1), written down. The page there explains it; nothing is set
 * again before the person logs in again.
 */
export const returning =
  (market: Market): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { returns } = market.cookies;
    if (c.req.path === KEPT) {
      const person = returns.take(c.req.query('of'));
      if (person !== undefined && c.var.visit.person === undefined) {
        await market.avow.subjects.browser(person, { blocksCookies: true });
      }
    }
    await next();
    const location = c.res.headers.get('location');
    if (location?.startsWith(`${KEPT}?`) !== true) return;
    const session = c.res.headers
      .getSetCookie()
      .find((set) => set.startsWith(`${cookies.people}=`));
    const whose = await market.people.whoIs(session?.split(';', 1)[0]);
    if (whose === undefined) return;
    c.res.headers.set('location', `${location}&of=${returns.expect(whose.person)}`);
  };
