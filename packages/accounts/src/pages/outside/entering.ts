import { html, none } from '@avow/server/look';
import type { Context } from 'hono';
import type { Accounts, NotAdmitted, SecondFactor, SignedIn } from '../../face.ts';
import type { Passkeys } from '../../passkeys/face.ts';
import { goOn, show, showWait } from '../frame.ts';
import { citing, type Hall, reading } from '../hall.ts';
import { showCode } from './code.ts';
import { showSuspended } from './suspended.ts';

type Came =
  | SignedIn
  | Awaited<ReturnType<Accounts['confirm']>>
  | Awaited<ReturnType<SecondFactor['prove']>>
  | Awaited<ReturnType<Passkeys['enter']>>;

/** What is left for the page that asked: it asks again. */
export type Again = Exclude<
  Came,
  { readonly outcome: 'in' | 'second-factor' | 'not-admitted' | 'wait' }
>;

/**
 * What comes of any way to log in. Whoever is in goes to a page that finds out whether the browser kept
 * the cookie; from there to where they wanted to go.
 */
export function enter(
  hall: Hall,
  c: Context,
  came: Came,
  next: string,
  again: (came: Again) => Promise<Response>,
): Promise<Response> | Response {
  switch (came.outcome) {
    case 'in':
      c.header('Set-Cookie', came.setCookie, { append: true });
      return goOn(hall, c, `${hall.paths.kept}?next=${encodeURIComponent(next)}`);
    case 'second-factor':
      return showCode(hall, c, { challenge: came.challenge, next });
    case 'not-admitted':
      return showNotAdmitted(hall, c, came);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'wrong':
    case 'unverified':
    case 'expired':
    case 'invalid':
      return again(came);
  }
}

/**
 * Whoever logs in reads on in the language in which they did. Not so whoever confirms: the link in the mail
 * knows nothing of the language that they chose when they joined.
 */
export async function readOn<C extends Came>(hall: Hall, c: Context, came: C): Promise<C> {
  if (came.outcome === 'in') {
    const [presented] = came.setCookie.split(';', 1);
    await hall.accounts.setLanguage(presented, hall.reader(c).language);
  }
  return came;
}

export function showNotAdmitted(hall: Hall, c: Context, came: NotAdmitted): Promise<Response> {
  const { why, ticket } = came;
  if (ticket !== undefined) return showSuspended(hall, c, ticket);
  const { words, language } = reading(hall, c);
  const title = words.login.refused;
  const main = html`<h1>${title}</h1><p class="lead">${words.notAdmitted[why]}</p>
${why === 'cookie' ? citing(hall, language, 'cookie') : none}`;
  return show(hall, c, { title, main }, 403);
}
