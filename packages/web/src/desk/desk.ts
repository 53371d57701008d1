import { hash } from 'node:crypto';
import type { Policy, Words } from '@avow/policy';
import type { Cookies } from 'avow';
import type { CookieChoice } from '../choice/choice.ts';
import { html, type Markup } from '../choice/markup.ts';
import { type Pieces, piecesOf, type Said } from '../choice/pieces.ts';
import { choiceWords, languageFor } from '../choice/words.ts';
import type { CookieGate, Passage } from '../cookies/gate.ts';
import { answerForm } from './answer-form.ts';
import { isFromHere } from './from-here.ts';
import { scriptOf, served, styleOf } from './script.ts';
import { small } from './small.ts';

/** What the desk for cookies works with. */
export interface DeskOptions {
  readonly avow: {
    readonly cookies: Pick<Cookies<Words>, 'list' | 'find' | 'question' | 'stray'>;
    readonly policy: { current(): { readonly policy: Policy; readonly from: number } };
  };
  readonly gate: CookieGate;
  readonly choice: CookieChoice;
  /** Where it lies on the site; absent: `/avow`. */
  readonly base?: string;
  /** The site's own page about cookies, made of `pieces`; absent: a plain one at `<base>/cookies`. */
  readonly page?: string;
  /** Told of each cookie of a script that was stopped because no register lists it. */
  stray?(stray: ReturnType<Cookies<Words>['stray']>): void;
}

/**
 * What a site serves about its cookies, to stand behind the gate: the browser's script and style, the
 * question, a page that works without scripts, the answers, and `/.well-known/gpc.json`.
 */
export interface CookieDesk {
  /** What answers at this path (without its query); undefined: it is the site's. */
  route(
    method: string,
    path: string,
  ): ((request: Request) => Response | Promise<Response>) | undefined;
  /** For the site's own pages. */
  readonly pieces: Pieces;
}

const COOKIES = '@avow/browser/cookies';
const VISITS = '@avow/browser/visits';
const LONGEST_NAME = 4096;

export function cookieDesk(options: DeskOptions): CookieDesk {
  const { avow, gate, choice, base = '/avow', page = `${base}/cookies` } = options;
  const { policy } = avow;
  const vocabulary = () => policy.current().policy.vocabulary;
  const since = () => new Date(policy.current().from).toISOString().slice(0, 10);
  const pieces = piecesOf({ cookies: avow.cookies, vocabulary, base, page });
  const language = (request: Request, named?: string | null) =>
    languageFor(
      vocabulary().languages,
      named ?? new URL(request.url).searchParams.get('lang'),
      request.headers.get('accept-language'),
    );

  /** What a page's script knows from its first line on. */
  async function script(request: Request, passage: Passage): Promise<Response> {
    const cookies = avow.cookies.list().map(({ listed, purpose, days, path, domain, scripts }) => ({
      name: listed,
      ...{ purpose, days, path, domain, scripts },
    }));
    const purposes = new Set(cookies.flatMap((each) => (each.scripts ? [each.purpose] : [])));
    const allowed: string[] = [];
    for (const purpose of purposes) if (await passage.mayRead(purpose)) allowed.push(purpose);
    const asks = !new URL(request.url).searchParams.has('own');
    return javascript(request, served(scriptOf(COOKIES), { base, cookies, allowed, asks }));
  }

  /** A script is about to set a cookie: decided, and on record, before it does. */
  async function cookie(request: Request, passage: Passage): Promise<Response> {
    if (!isFromHere(request)) return new Response(null, { status: 403 });
    const name = await nameIn(request);
    if (name === undefined) return new Response(null, { status: 400 });
    const listed = avow.cookies.find(name);
    if (listed === undefined) {
      const stray = avow.cookies.stray({ name, where: 'script' });
      options.stray?.(stray);
      return data({ permitted: false });
    }
    // What scripts may not read they may not set either: the register says that it is not for them.
    const { permitted } = listed.scripts ? await passage.decide({ name }) : { permitted: false };
    return data({ permitted });
  }

  async function banner(request: Request, passage: Passage): Promise<Response> {
    const text = pieces.banner(await choice.state(passage), language(request)).text;
    return text === '' ? new Response(null, { status: 204 }) : markup(text);
  }

  async function plainPage(request: Request, passage: Passage): Promise<Response> {
    const spoken = language(request);
    const said = saidIn(new URL(request.url).searchParams.get('said'));
    const state = await choice.state(passage);
    const parts = html`<h1>${choiceWords(spoken).title}</h1>
${pieces.said(kept(said, state.isKnown), spoken)}${pieces.choice(state, spoken)}${pieces.register(spoken)}`;
    return markup(whole(spoken, base, parts).text);
  }

  type Route = (request: Request) => Response | Promise<Response>;
  const behindGate =
    (route: (request: Request, passage: Passage) => Promise<Response>): Route =>
    (request) => {
      const passage = inside(gate);
      return small(request).then((read) =>
        read === undefined ? new Response(null, { status: 413 }) : route(read, passage),
      );
    };
  const routes = new Map<string, Route>([
    [`GET ${base}/cookies.css`, () => file(styleOf(), 'text/css; charset=utf-8')],
    [`GET ${base}/visits.js`, () => file(served(scriptOf(VISITS), { base }), JAVASCRIPT)],
    ['GET /.well-known/gpc.json', () => data({ gpc: true, lastUpdate: since() })],
    [`GET ${base}/cookies.js`, behindGate(script)],
    [`GET ${base}/choice`, behindGate(banner)],
    [`POST ${base}/choice`, behindGate(answerForm({ choice, page, language }))],
    [`POST ${base}/cookie`, behindGate(cookie)],
  ]);
  if (page === `${base}/cookies`) routes.set(`GET ${page}`, behindGate(plainPage));

  return {
    pieces,
    route: (method, path) => routes.get(`${method === 'HEAD' ? 'GET' : method} ${path}`),
  };
}

/** A word of our own that an address carries; anything else says nothing. */
export const saidIn = (word: string | null | undefined): Said | undefined =>
  (['accepted', 'rejected', 'saved', 'notKept'] as const).find((each) => each === word);

/** A yes whose cookie did not come back was not kept by the browser: found on its first return. */
export const kept = (said: Said | undefined, isKnown: boolean): Said | undefined =>
  said === 'accepted' && !isKnown ? 'notKept' : said;

function inside(gate: CookieGate): Passage {
  const passage = gate.here();
  if (passage === undefined) throw new TypeError('The desk for cookies stands behind their gate.');
  return passage;
}

async function nameIn(request: Request): Promise<string | undefined> {
  const text = await request.text();
  if (text.length > LONGEST_NAME) return undefined;
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';
/** Of this host's pages alone: a page elsewhere that took the script would see what was chosen here. */
const own = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

const data = (value: object) => Response.json(value, { headers: own });
const markup = (text: string) =>
  new Response(text, { headers: { ...own, 'content-type': 'text/html; charset=utf-8' } });
const file = (text: string, type: string) =>
  new Response(text, {
    headers: { ...own, 'cache-control': 'public, max-age=300', 'content-type': type },
  });

/** What differs from browser to browser is asked for each time, and sent only where it has changed. */
function javascript(request: Request, text: string): Response {
  const etag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
  const headers = { ...own, 'cache-control': 'private, no-cache', etag };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': JAVASCRIPT } });
}

const whole = (language: string, base: string, main: Markup) => html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${choiceWords(language).title}</title>
<link rel="stylesheet" href="${base}/cookies.css"></head>
<body class="avow-page"><main>${main}</main></body></html>
`;
