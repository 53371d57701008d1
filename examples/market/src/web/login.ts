import type { MarketWords } from '@avow/policy-market';
import type { Decided, Disclosed, PersonId } from 'avow';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { Market } from '../market.ts';
import { type Asked, cookieName } from './visit.ts';

type Answer = Response | Promise<Response>;

/** Lets only those in who are logged in; others log in first and come back. */
export const known =
  (handle: (c: Asked, person: PersonId) => Answer) =>
  (c: Asked): Answer => {
    const { person, path, to } = c.var.visit;
    if (person !== undefined) return handle(c, person);
    const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(path)}` : '';
    return c.redirect(to(`/login${back}`), 303);
  };

/**
 * Begins a session, if the policy permits the one cookie that this market sets. What is rendered
 * for this request afterwards is for the person who has just come in.
 */
export async function beginSession(
  c: Asked,
  market: Market,
  person: PersonId,
): Promise<Decided<Disclosed<MarketWords>>> {
  const decided = await market.avow.act('setCookie', {
    person,
    purpose: 'cookies.needed',
    categories: ['cookie.identifier'],
  });
  if (!decided.permitted) return decided;
  const token = market.sessions.begin(person, c.var.visit.language);
  // No lifetime: the cookie goes with the browser's session, and the server's twelve hours hold.
  setCookie(c, cookieName, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: new URL(c.req.url).protocol === 'https:',
  });
  c.set('visit', { ...c.var.visit, person, to: (path) => path });
  return decided;
}

export function endSession(c: Asked, market: Market): void {
  const token = deleteCookie(c, cookieName, { path: '/' });
  if (token !== undefined) market.sessions.end(token);
  const { visit } = c.var;
  c.set('visit', { ...visit, person: undefined, to: (path) => visit.carrying(path) });
}

/** Where to go after logging in: a page of this market, whatever the query said. */
export function wayBack(next: string | undefined): string {
  // `//host` and `/\host` lead away although they begin with a slash.
  return next !== undefined && /^\/(?![/\\])[\w\-./]*$/.test(next) ? next : '/';
}
