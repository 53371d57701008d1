import { day, html, type Markup, none, type PageOptions, page } from '@avow/server/look';
import { languages } from '../words/index.ts';
import type { Visit } from './visit.ts';
import { footWays, headWays } from './ways.ts';

/** The market's own rules of style, beside those that all pages share. */
export const stylePath = '/market/market.css';

/** Where the server has the market's icon. */
const iconPath = '/favicon.ico';

/** Where the operators' console is mounted. */
export const consolePath = '/console';

/** Where recipients take up what was disclosed to them. */
export const portalPath = '/handed';

/** Where those who work here decide disputes about orders. */
export const disputesPath = '/staff/disputes';

/** A page of the market: its title and text in the frame that all of them have. */
export function marketPage(
  visit: Visit,
  title: string,
  main: Markup,
  scripts: readonly string[] = [],
  stylesheets: readonly string[] = [],
): Markup {
  const { words, to } = visit;
  return page({
    language: visit.language,
    title,
    name: { label: words.site.name, href: to('/'), mark: iconPath },
    ways: ways(visit),
    languages: languages.map((language) => ({ language, href: visit.in(language) })),
    aside: doors(visit),
    main: html`${notice(visit)}${main}`,
    foot: foot(visit),
    stylesheets: [stylePath, '/avow/cookies.css', ...stylesheets],
    // First, so that it stands before whatever sets cookies. `own`: the question is in our pages already.
    scripts: ['/avow/cookies.js?own', ...scripts],
    ...(visit.ask && { first: visit.ask }),
  });
}

/** A page of those who work here: no shelves, no orders, nobody's session but theirs. */
export function staffPage(
  { words, language, to, in: other }: Visit,
  title: string,
  main: Markup,
  more: Pick<PageOptions, 'stylesheets' | 'languages'> & { readonly isIn?: boolean } = {},
): Markup {
  return page({
    language,
    title,
    name: { label: words.staff.name, href: to('/staff'), mark: iconPath },
    languages: more.languages ?? languages.map((each) => ({ language: each, href: other(each) })),
    aside: more.isIn ? wayOut(to('/staff/logout'), words) : none,
    main,
    stylesheets: [stylePath, ...(more.stylesheets ?? [])],
  });
}

function ways({ language, to, person, path }: Visit) {
  const isHere = (href: string) =>
    href === '/' ? path === '/' || path.startsWith('/goods/') : path.startsWith(href);
  return headWays
    .slice(0, person === undefined ? 2 : headWays.length)
    .map(({ href, label }) => ({ href: to(href), label: label[language], current: isHere(href) }));
}

/** On every page, until it is answered or put off: the policy changes. */
function notice({ words, language, change, path, to }: Visit): Markup {
  if (change === undefined || path === '/mine/change') return none;
  const { banner } = words.change;
  const said = change.isInForce ? banner.since : banner.from;
  return html`<aside class="notice" aria-label="${words.change.title}"><p><strong>${said} ${day(change.from, language)}${banner.stop}</strong> <a href="${to('/mine/change')}">${banner.read}</a></p></aside>`;
}

/** Ways in for those who are out, the way out for those who are in. */
function doors({ words, to, person }: Visit): Markup {
  if (person === undefined) {
    return html`<ul class="doors"><li><a href="${to('/login')}">${words.ways.login}</a></li><li><a href="${to('/join')}">${words.ways.join}</a></li></ul>`;
  }
  return wayOut('/logout', words, html`<a href="${to('/account')}">${words.ways.account}</a>`);
}

const wayOut = (action: string, { ways }: Visit['words'], before = none): Markup =>
  html`<form class="doors" method="post" action="${action}">${before}<button class="button-link">${ways.logout}</button></form>`;

function foot({ words, language, to }: Visit): Markup {
  // The server's own pages know nobody, and so not their language.
  const link = (href: string) =>
    /^\/(policy|clauses|docs)$/.test(href) ? `${href}?lang=${language}` : to(href);
  return html`<ul>${footWays.map(({ href, label }) => html`<li><a href="${link(href)}">${label[language]}</a></li>`)}</ul><p>${words.site.foot}</p>`;
}
