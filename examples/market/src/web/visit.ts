import type { Mounted } from '@avow/server';
import { chooseLanguage, type Markup } from '@avow/server/look';
import type { PersonId } from 'avow';
import type { Context, MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { type Language, languageOf, languages, type Words, wordsIn } from '../words/index.ts';

/** Who is reading, in which language, and how links keep that language. */
export interface Visit {
  readonly language: Language;
  readonly words: Words;
  /** Absent: not logged in. */
  readonly person: PersonId | undefined;
  /** That the policy changes, and the reader has not answered yet: from when. */
  readonly change: { readonly from: number; readonly isInForce: boolean } | undefined;
  /** The question about cookies, on a page where an optional one waits for its answer. */
  readonly ask?: Markup;
  /** The path being read, without its query. */
  readonly path: string;
  /** A link to another page of the market. */
  to(path: string): string;
  /** A link to this very page in another language. */
  in(language: Language): string;
}

export interface Env {
  Bindings: Mounted;
  Variables: { visit: Visit };
}

export type Asked = Context<Env>;

/** Whose browser it is, for whoever asks besides the pages. */
export const readerOf =
  (market: Market) =>
  async (cookie: string | undefined): Promise<PersonId | undefined> =>
    (await market.people.whoIs(cookie))?.person;

/**
 * Finds out who is reading. A visitor's choice of language is carried from link to link, so that
 * it takes no cookie; someone logged in has it kept with the account.
 */
export const visits =
  (market: Market): MiddlewareHandler<Env> =>
  async (c, next) => {
    const cookie = c.req.header('cookie');
    const whose = await market.people.whoIs(cookie);
    if (whose !== undefined) market.accounts.welcome(whose.person);
    const wanted = languageOf(c.req.query('lang'));
    if (whose !== undefined && wanted !== undefined) {
      await market.people.setLanguage(cookie, wanted);
    }
    const chosen = wanted ?? whose?.language;
    const language = chooseLanguage(languages, chosen, c.req.header('accept-language'));
    const carried = whose === undefined ? wanted : undefined;
    const { path } = c.req;
    const asked = whose && (await market.avow.changes.asked(whose.person));
    const query = new URL(c.req.url).searchParams;
    c.set('visit', {
      language,
      words: wordsIn(language),
      person: whose?.person,
      change: asked?.later ? undefined : asked,
      path,
      to: (target) => (carried === undefined ? target : withLanguage(target, carried)),
      in: (other) => withLanguage(`${path}${without(query, 'lang')}`, other),
    });
    await next();
  };

function withLanguage(target: string, language: Language): string {
  const [before, anchor] = target.split('#', 2) as [string, string | undefined];
  const joint = before.includes('?') ? '&' : '?';
  return `${before}${joint}lang=${language}${anchor === undefined ? '' : `#${anchor}`}`;
}

function without(query: URLSearchParams, name: string): string {
  const rest = new URLSearchParams(query);
  rest.delete(name);
  return rest.size === 0 ? '' : `?${rest}`;
}
