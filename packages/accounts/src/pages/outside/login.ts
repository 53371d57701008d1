import { field, html, none } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { cookieOf, from, goOn, show } from '../frame.ts';
import { citing, type Hall, reading } from '../hall.ts';
import { passkeyButton } from '../passkey-button.ts';
import { faultList, wrongIn } from '../problems.ts';
import { wayBack } from '../way-back.ts';
import { enter, readOn } from './entering.ts';

interface Shown {
  readonly next: string;
  readonly email?: string;
  readonly error?: string | undefined;
}

/** The form for logging in, with what its one cookie is for, before it is set. */
export const login = (hall: Hall) => async (c: Context) => {
  const next = wayBack(c.req.query('next'));
  const whose = await hall.accounts.whoIs(cookieOf(c));
  return whose === undefined ? showLogin(hall, c, { next }) : goOn(hall, c, next);
};

/** Says the same of an address that is not known and of a password that is not right. */
export const loggingIn = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const [email, next] = [form.get('email'), wayBack(form.get('next'))];
  const who = { address: email, password: form.get('password'), cookie: cookieOf(c) };
  const came = await hall.accounts.signIn({ ...from(c), ...who });
  return enter(hall, c, await readOn(hall, c, came), next, (again) => {
    const error =
      again.outcome === 'invalid'
        ? wrongIn(again, words)['address']
        : again.outcome === 'unverified'
          ? words.login.unverified
          : words.login.wrong;
    return showLogin(hall, c, { next, email, error });
  });
};

export async function showLogin(hall: Hall, c: Context, shown: Shown): Promise<Response> {
  const { words, language, to } = reading(hall, c);
  const { email, error, next } = shown;
  const { paths, cookie } = hall;
  const main = html`<h1>${words.login.title}</h1>
${faultList(language, error === undefined ? {} : { email: error })}
<form method="post" action="${to(paths.login)}" novalidate>
${field({ name: 'email', label: words.login.email, type: 'email', value: email, autocomplete: 'username webauthn', limit: 254, required: true })}
${field({ name: 'password', label: words.login.password, type: 'password', autocomplete: 'current-password', limit: 128, required: true })}
<input type="hidden" name="next" value="${next}">
<p class="quiet">${words.login.cookie(cookie)}</p>${citing(hall, language, 'cookie')}
<div class="actions"><button class="button">${words.login.button}</button></div>
</form>
${passkeyButton({ does: 'get', action: to(paths.passkey), label: words.login.passkey, cancelled: words.passkey.cancelled, before: words.login.or, inside: html`<input type="hidden" name="next" value="${next}">` })}
<p><a href="${to(paths.forgotten)}">${words.login.forgotten}</a></p>
<p><a href="${to(paths.leak)}">${words.leak.link}</a></p>
<p>${words.login.noAccount} <a href="${to(paths.join)}">${words.login.join}</a></p>
${hall.beside(c) ?? none}`;
  const page = { title: words.login.title, main, scripts: [paths.script] };
  return show(hall, c, page, error === undefined ? 200 : 422);
}

/** The first page after logging in: explains a cookie that the browser did not keep, and stops there. */
export const kept = (hall: Hall) => async (c: Context) => {
  const whose = await hall.accounts.whoIs(cookieOf(c));
  if (whose !== undefined) return goOn(hall, c, wayBack(c.req.query('next')));
  const { words, language } = reading(hall, c);
  const title = words.login.refused;
  const main = html`<h1>${title}</h1><p class="lead">${words.login.blocked}</p>${citing(hall, language, 'blocked')}`;
  return show(hall, c, { title, main });
};

/** Ends the session on the server, and takes its cookie away. */
export const logout = (hall: Hall) => async (c: Context) => {
  const { setCookie } = await hall.accounts.signOut(cookieOf(c));
  c.header('Set-Cookie', setCookie, { append: true });
  return goOn(hall, c, '/');
};
