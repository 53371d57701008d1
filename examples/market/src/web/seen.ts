import { getCookie, setCookie } from 'hono/cookie';
import type { Market } from '../market.ts';
import type { Listing } from '../shop/listings.ts';
import { noteSeen, seenBy, seenCookie } from '../shop/seen.ts';
import type { Asked } from './visit.ts';

/** The cookie of what was looked at last, where it may be set. */
export async function setSeen(c: Asked, market: Market, listing: Listing): Promise<void> {
  const before = getCookie(c, seenCookie);
  const value = await noteSeen(market, market.cookies.gate.here(), listing, before);
  if (value === undefined) return;
  const days = market.avow.cookies.find(seenCookie)?.days ?? 0;
  const secure = new URL(c.req.url).protocol === 'https:';
  setCookie(c, seenCookie, value, {
    maxAge: days * 86_400,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
  });
}

/** What was looked at last; undefined where the cookie did not come, or may not be read or used. */
export async function readSeen(c: Asked, market: Market) {
  const person = market.cookies.gate.here()?.subject;
  if (person === undefined || getCookie(c, seenCookie) === undefined) return undefined;
  return seenBy(market, person);
}
