import type { Mounted } from '@avow/server';
import { failed, type Markup } from '@avow/server/look';
import type { Context } from 'hono';
import type { From } from '../face.ts';
import type { Language } from '../mail/words.ts';
import { wordsIn } from './words/index.ts';

/** How a request's reader reads. */
export interface Reader {
  readonly language: Language;
  /** A link to another page of the platform, with whatever links carry there. */
  to(path: string): string;
}

/** What a page hands to the platform, which puts it into its own frame. */
export interface FramedPage {
  readonly title: string;
  readonly main: Markup;
  /** Module scripts, by path. No page needs one but for passkeys. */
  readonly scripts?: readonly string[];
}

/** What the platform that mounts pages brings along. */
export interface Framing {
  readonly reader: (c: Context) => Reader;
  readonly frame: (c: Context, page: FramedPage) => Markup | Promise<Markup>;
}

type Status = 200 | 400 | 403 | 410 | 422 | 429;

/** A whole page. Each depends on who asks, so that nothing keeps it. */
export async function show(
  { frame }: Framing,
  c: Context,
  page: FramedPage,
  status: Status = 200,
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  return c.html(await frame(c, page), status);
}

/** Too much was tried: how long to wait, for people and for programs. */
export function showWait(framing: Framing, c: Context, seconds: number): Promise<Response> {
  const { language } = framing.reader(c);
  const { wait } = wordsIn(language);
  c.header('Retry-After', String(seconds));
  const main = failed({ language, title: wait.title, said: wait.lead(seconds) });
  return show(framing, c, { title: wait.title, main }, 429);
}

/** From where a request came, as the server counts it. */
export function from(c: Context): From {
  const { caller } = (c.env ?? {}) as Mounted;
  return { caller };
}

export const cookieOf = (c: Context): string | undefined => c.req.header('cookie');

/** Goes on to another page by GET, whatever the request was. */
export const goOn = (framing: Framing, c: Context, path: string): Response =>
  c.redirect(framing.reader(c).to(path), 303);
