import type { Words } from '@avow/policy';
import { chooseLanguage } from '@avow/server/look';
import type { Avow } from 'avow';
import type { Context, MiddlewareHandler } from 'hono';
import { may, type RouteName, routes } from '../access.ts';
import type { Asked, ConsoleOptions, Operator } from '../options.ts';
import {
  type ConsoleWords,
  type Language,
  languageOf,
  languages,
  wordsIn,
} from '../words/index.ts';

/** The console as its pages see it: of any policy, whose words they find in the policy itself. */
export type Console = ConsoleOptions<Words>;

/** The library as the console sees it. */
export type AnyAvow = Avow<Words>;

/** Who is at work, in which language, and how links keep that language. */
export interface Visit {
  readonly place: Console;
  readonly asked: Asked;
  readonly language: Language;
  readonly words: ConsoleWords;
  /** Absent: nobody is known. */
  readonly operator: Operator | undefined;
  readonly isTurnedAway: boolean;
  /** The language that links carry, where nobody keeps it. */
  readonly carried: Language | undefined;
  /** The path within the console, without its query. */
  readonly path: string;
  /** Whether the reader may go there, or do that. */
  may(route: RouteName): boolean;
  /** A link to a page of the console, with what it is about. */
  to(route: RouteName, about?: Readonly<Record<string, string | undefined>>): string;
  /** A link to this very page in another language. */
  in(language: Language): string;
}

export interface Env {
  Bindings: object;
  Variables: { visit: Visit };
}

export type Seen = Context<Env>;

/** Finds out who is at work, and in which language. */
export const visits =
  (console: Console): MiddlewareHandler<Env> =>
  async (c, next) => {
    const asked = { request: c.req.raw, around: c.env ?? {} };
    const found = await console.whoIs(asked);
    const operator = found === 'turned-away' ? undefined : found;
    const wanted = languageOf(c.req.query('lang'));
    const chosen = wanted ?? operator?.language;
    const language = chooseLanguage(offeredBy(console), chosen, c.req.header('accept-language'));
    // Where nobody keeps what was chosen, links carry it: a language takes no cookie.
    const carried = operator?.language === undefined ? wanted : undefined;
    const { path } = c.req;
    const whole = (within: string) => `${console.at}${within === '/' ? '' : within}`;
    c.set('visit', {
      place: console,
      asked,
      language,
      words: wordsIn(language),
      operator,
      isTurnedAway: found === 'turned-away',
      carried,
      path,
      may: (route) => operator !== undefined && may(operator.role, route),
      to: (route, about = {}) =>
        `${whole(routes[route].path)}${queryOf({ ...about, lang: carried })}`,
      in: (other) => {
        const query = new URL(c.req.url).searchParams;
        query.set('lang', other);
        return `${whole(path)}?${query}`;
      },
    });
    c.header('Content-Language', language);
    // Whoever shares this browser next is not to find it, going back.
    c.header('Cache-Control', 'no-store');
    await next();
  };

function queryOf(about: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(about).filter((each): each is [string, string] => !!each[1]);
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

function offeredBy({ avow }: Console): readonly [Language, ...Language[]] {
  const spoken: readonly string[] = avow.policy.current().policy.vocabulary.languages;
  const [first = languages[0], ...more] = languages.filter((each) => spoken.includes(each));
  return [first, ...more];
}
