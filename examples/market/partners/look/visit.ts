import type { Context } from 'hono';
import { type Language, languages, type Words, wordsIn } from './words.ts';

/** In which language somebody reads, and how links keep it. */
export interface Visit {
  readonly language: Language;
  readonly words: Words;
  to(path: string): string;
  in(language: Language): string;
}

/** By `?lang=`, else by what the browser prefers among the two. */
export function visitOf(c: Context): Visit {
  const chosen = languages.find((each) => each === c.req.query('lang'));
  const accepted = /(?:^|,)\s*(zh|en)/i.exec(c.req.header('accept-language') ?? '')?.[1];
  const language = chosen ?? (accepted?.toLowerCase() === 'zh' ? 'zh-CN' : 'en');
  const query = new URL(c.req.url).searchParams;
  return {
    language,
    words: wordsIn(language),
    to: (path) =>
      chosen === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${chosen}`,
    in: (other) => {
      query.set('lang', other);
      // A page that answers a form has no address of its own to come back to.
      return c.req.method === 'GET' ? `${c.req.path}?${query}` : `/?lang=${other}`;
    },
  };
}

/** A moment to the second, in the reader's form. */
export const moment = (at: number, { language }: Visit): string =>
  `${new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(at)} UTC`;
