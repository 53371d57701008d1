import type { Words } from '@avow/policy';
import { chooseLanguage } from '@avow/server/look';
import type { Avow, PersonId } from 'avow';
import type { Context, MiddlewareHandler } from 'hono';
import type { Asked, CentreOptions, Reader } from '../options.ts';
import { type CentreWords, type Language, languageOf, languages, wordsIn } from '../words/index.ts';

/** The library as the centre sees it: of any policy, whose words it finds in the policy itself. */
export type AnyAvow = Avow<Words>;

/** The centre as its pages see it. */
export type Centre = CentreOptions<Words>;

/** Who is reading, in which language, and how links keep that language. */
export interface Visit {
  readonly centre: Centre;
  readonly asked: Asked;
  readonly language: Language;
  readonly words: CentreWords;
  /** Absent: nobody is known. */
  readonly reader: Reader | undefined;
  readonly isTurnedAway: boolean;
  /** The language that links carry, where nobody keeps it. */
  readonly carried: Language | undefined;
  /** The path within the centre, without its query. */
  readonly path: string;
  /** A link to a page of the centre. */
  to(path: string): string;
  /** A link to this very page in another language. */
  in(language: Language): string;
}

export interface Env {
  Bindings: object;
  Variables: { visit: Visit };
}

export type Seen = Context<Env>;
type Answer = Response | Promise<Response>;

/** Finds out who is reading, and in which language. */
export const visits =
  (centre: Centre): MiddlewareHandler<Env> =>
  async (c, next) => {
    const asked = { request: c.req.raw, around: c.env ?? {} };
    const found = await centre.whoIs(asked);
    const reader = found === 'turned-away' ? undefined : found;
    const wanted = languageOf(c.req.query('lang'));
    const chosen = wanted ?? reader?.language;
    const language = chooseLanguage(offeredBy(centre), chosen, c.req.header('accept-language'));
    // Where nobody keeps what was chosen, links carry it: a language takes no cookie.
    const carried = reader?.language === undefined ? wanted : undefined;
    const { path } = c.req;
    const query = new URL(c.req.url).searchParams;
    c.set('visit', {
      centre,
      asked,
      language,
      words: wordsIn(language),
      reader,
      isTurnedAway: found === 'turned-away',
      carried,
      path,
      to: (target) => withLanguage(`${centre.at}${target === '/' ? '' : target}`, carried),
      in: (other) => {
        query.set('lang', other);
        return `${centre.at}${path === '/' ? '' : path}?${query}`;
      },
    });
    c.header('Content-Language', language);
    // Whoever shares this browser next is not to find it, going back.
    c.header('Cache-Control', 'no-store');
    await next();
  };

/** Lets only those in who are known; others sign in first and come back. */
export const known =
  (handle: (c: Seen, person: PersonId) => Answer, stranger: (c: Seen) => Answer) =>
  (c: Seen): Answer => {
    const { reader, isTurnedAway, centre, carried, path } = c.var.visit;
    if (reader !== undefined) return handle(c, reader.person);
    if (centre.signIn === undefined || isTurnedAway) return stranger(c);
    const wanted = c.req.method === 'GET' && path !== '/' ? `${centre.at}${path}` : centre.at;
    return c.redirect(centre.signIn(wanted, carried), 303);
  };

function offeredBy(centre: Centre): readonly [Language, ...Language[]] {
  const spoken: readonly string[] = centre.avow.policy.current().policy.vocabulary.languages;
  const [first = languages[0], ...more] = languages.filter((each) => spoken.includes(each));
  return [first, ...more];
}

function withLanguage(target: string, language: Language | undefined): string {
  if (language === undefined) return target;
  const [before, anchor] = target.split('#', 2) as [string, string | undefined];
  const joint = before.includes('?') ? '&' : '?';
  return `${before}${joint}lang=${language}${anchor === undefined ? '' : `#${anchor}`}`;
}
