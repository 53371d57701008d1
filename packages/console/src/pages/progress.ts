import { html, type Markup, none } from '@avow/server/look';
import type { RouteName } from '../access.ts';
import type { Seen, Visit } from '../web/visit.ts';

/** Seconds after which a page that keeps looking looks again. */
const every = 5;

/**
 * Whether this page is to be looked at again by itself. No script is needed for it; and only whoever asked is
 * taken anywhere, and only while something is under way.
 */
export function isWatched(c: Seen, isUnderWay: boolean): boolean {
  const watched = isUnderWay && c.req.query('watch') !== undefined;
  if (watched) c.header('Refresh', String(every));
  return watched;
}

/** The ways to see a page anew: once, or by itself while something is under way. */
export function watching(
  { words, to }: Visit,
  [route, about]: readonly [RouteName, Readonly<Record<string, string>>],
  watched: boolean,
): Markup {
  const { listed: said } = words;
  return html`<p class="paging"><a href="${to(route, about)}">${watched ? said.unwatch : said.look}</a>
${watched ? none : html`<a href="${to(route, { ...about, watch: 'yes' })}">${said.watch}</a>`}</p>`;
}

/** How much is done of all there is, as a bar and in words. */
export const progress = (said: string, done: number, all: number): Markup =>
  html`<p><label>${said}<progress class="progress" max="${Math.max(1, all)}" value="${Math.min(done, Math.max(1, all))}">${said}</progress></label></p>`;
