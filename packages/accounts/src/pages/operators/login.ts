import { field, html } from '@avow/server/look';
import type { Context } from 'hono';
import type { SecondFactor, SignedIn } from '../../face.ts';
import { readForm } from '../form.ts';
import { cookieOf, from, goOn, show, showWait } from '../frame.ts';
import { actions } from '../own/page.ts';
import { faultList, type Wrong } from '../problems.ts';
import { type Office, reading } from './office.ts';

/** The operators' own way in: another page, another cookie, another table than people's. */
export const login = (office: Office) => async (c: Context) => {
  const who = await office.operators.whoIs(cookieOf(c));
  if (who === undefined) return showLogin(office, c);
  return goOn(office, c, who.state === 'in' ? office.paths.home : office.paths.enrol);
};

export const loggingIn = (office: Office) => async (c: Context) => {
  const form = await readForm(c);
  const name = form.get('name').trim();
  const who = { name, password: form.get('password'), cookie: cookieOf(c) };
  return enter(office, c, await office.operators.signIn({ ...from(c), ...who }), name);
};

export const proving = (office: Office) => async (c: Context) => {
  const form = await readForm(c);
  const challenge = form.get('challenge');
  const code = form.get('code').replaceAll(/\s/g, '');
  const came = await office.operators.secondFactor.prove({ ...from(c), challenge, code });
  if (came.outcome !== 'wrong') return enter(office, c, came);
  return showCode(office, c, challenge, reading(office, c).words.code.wrong);
};

type Came = SignedIn | Awaited<ReturnType<SecondFactor['prove']>>;

function enter(office: Office, c: Context, came: Came, name = ''): Promise<Response> | Response {
  const { words, said } = reading(office, c);
  switch (came.outcome) {
    case 'in':
      c.header('Set-Cookie', came.setCookie, { append: true });
      return goOn(office, c, office.paths.home);
    case 'second-factor':
      return showCode(office, c, came.challenge);
    case 'wait':
      return showWait(office, c, came.seconds);
    case 'not-admitted':
      return showLogin(office, c, name, { name: words.notAdmitted[came.why] });
    case 'expired':
      return showLogin(office, c, name, { name: words.code.expired });
    case 'wrong':
    case 'unverified':
    case 'invalid':
      // A name of another form is nobody's, and answered as such.
      return showLogin(office, c, name, { name: said.wrong });
  }
}

function showLogin(office: Office, c: Context, name = '', wrong: Wrong = {}): Promise<Response> {
  const { words, said, language, to } = reading(office, c);
  const main = html`<h1>${said.login}</h1>${faultList(language, wrong)}
<form method="post" action="${to(office.paths.login)}" novalidate>
${field({ name: 'name', label: said.name, value: name, autocomplete: 'username', limit: 32, required: true })}
${field({ name: 'password', label: words.login.password, type: 'password', autocomplete: 'current-password', limit: 128, required: true })}
<p class="quiet">${words.login.cookie(office.cookie)}</p>${actions(words.login.button)}</form>`;
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return show(office, c, { title: said.login, main }, status);
}

function showCode(office: Office, c: Context, challenge: string, error?: string) {
  const { words, language, to } = reading(office, c);
  const { code } = words;
  const main = html`<h1>${code.title}</h1><p class="lead">${code.lead}</p>
${faultList(language, error === undefined ? {} : { code: error })}
<form method="post" action="${to(office.paths.code)}" novalidate><input type="hidden" name="challenge" value="${challenge}">
${field({ name: 'code', label: code.label, error, autocomplete: 'one-time-code', limit: 32, required: true })}
${actions(code.button)}</form>`;
  return show(office, c, { title: code.title, main }, error === undefined ? 200 : 422);
}

export const logout = (office: Office) => async (c: Context) => {
  const { setCookie } = await office.operators.signOut(cookieOf(c));
  c.header('Set-Cookie', setCookie, { append: true });
  return goOn(office, c, office.paths.login);
};
