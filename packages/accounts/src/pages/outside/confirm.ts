import { field, html } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { cookieOf, from, show } from '../frame.ts';
import { citing, type Hall, reading } from '../hall.ts';
import { faultList } from '../problems.ts';
import { enter } from './entering.ts';

/** Where the link leads. Opening it does nothing yet: programs that look at mail open links as well. */
export const confirm = (hall: Hall) => (c: Context) =>
  showConfirm(hall, c, c.req.query('token') ?? '');

/** Confirms with the link and the password, and logs in. */
export const confirming = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const [token, password] = [form.get('token'), form.get('password')];
  const came = await hall.accounts.confirm({ ...from(c), token, password, cookie: cookieOf(c) });
  return enter(hall, c, came, hall.paths.joined, ({ outcome }) =>
    outcome === 'expired'
      ? showExpired(hall, c, hall.paths.join)
      : showConfirm(hall, c, token, words.login.wrongPassword),
  );
};

function showConfirm(hall: Hall, c: Context, token: string, error?: string): Promise<Response> {
  const { words, language, to } = reading(hall, c);
  const { confirm, login } = words;
  const main = html`<h1>${confirm.title}</h1><p class="lead">${confirm.lead}</p>
${faultList(language, error === undefined ? {} : { password: error })}
<form method="post" action="${to(hall.paths.confirm)}" novalidate>
<input type="hidden" name="token" value="${token}">
${field({ name: 'password', label: login.password, type: 'password', error, autocomplete: 'current-password', limit: 128, required: true })}
<p class="quiet">${login.cookie(hall.cookie)}</p>${citing(hall, language, 'cookie')}
<div class="actions"><button class="button">${confirm.button}</button></div></form>`;
  return show(hall, c, { title: confirm.title, main }, error === undefined ? 200 : 422);
}

/** A link that holds no longer, and where a new one is to be had. */
export function showExpired(hall: Hall, c: Context, again: string): Promise<Response> {
  const { words, to } = reading(hall, c);
  const { expired } = words;
  const main = html`<h1>${expired.title}</h1><p class="lead">${expired.lead}</p>
<div class="actions"><a class="button" href="${to(again)}">${expired.again}</a><a class="button button-plain" href="${to(hall.paths.login)}">${expired.login}</a></div>`;
  return show(hall, c, { title: expired.title, main }, 410);
}
