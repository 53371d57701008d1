import { faults, field, html, type Markup, none } from '@avow/server/look';
import { whoIs } from '../accounts/register.ts';
import { demoPassword, demoPeople } from '../demo/people.ts';
import type { Market } from '../market.ts';
import { readForm } from '../web/form.ts';
import { beginSession, endSession, wayBack } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { answered, citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';

/** The form for logging in, with what its one cookie is for. */
export const login = (market: Market) => (c: Asked) => {
  const { visit } = c.var;
  const next = wayBack(c.req.query('next'));
  if (visit.person !== undefined) return c.redirect(visit.to(next), 303);
  const main = loginPage(market, visit, { next });
  return c.html(marketPage(visit, visit.words.login.title, main));
};

/** Checks name and password; then the policy decides whether the cookie may be set. */
export const loggingIn = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const { words } = visit;
  const { username, password, next } = await readForm(c, ['username', 'password', 'next']);
  const person = await whoIs(market, username);
  const account = person && market.accounts.get(person);
  if (!(await market.passwords.matches(password, account?.password)) || account === undefined) {
    const main = loginPage(market, visit, {
      next: wayBack(next),
      username,
      error: words.login.wrong,
    });
    return c.html(marketPage(visit, words.login.title, main), 422);
  }
  const decided = await beginSession(c, market, account.person);
  if (decided.permitted) {
    return c.redirect(visit.carrying(`/login/kept?next=${encodeURIComponent(wayBack(next))}`), 303);
  }
  const main = html`<h1>${words.login.refused}</h1>${answered(market, visit, decided, {})}`;
  return c.html(marketPage(visit, words.login.refused, main));
};

/** The first page after logging in: finds out whether the browser kept the cookie (clause 5.b). */
export const kept = (market: Market) => (c: Asked) => {
  const { visit } = c.var;
  const { login } = visit.words;
  if (visit.person !== undefined) return c.redirect(wayBack(c.req.query('next')), 303);
  const main = html`<h1>${login.refused}</h1><p class="lead">${login.blocked}</p>${citing(market, visit, '5.b.3')}`;
  return c.html(marketPage(visit, login.refused, main));
};

export const logout = (market: Market) => (c: Asked) => {
  endSession(c, market);
  return c.redirect(c.var.visit.to('/'), 303);
};

function loginPage(
  market: Market,
  visit: Visit,
  shown: { readonly next: string; readonly username?: string; readonly error?: string },
): Markup {
  const { words, language, to } = visit;
  const { error, username, next } = shown;
  return html`<h1>${words.login.title}</h1>
${error === undefined ? none : faults(language, [{ name: 'username', error }])}
<form method="post" action="${to('/login')}">
${field({ name: 'username', label: words.login.username, value: username, autocomplete: 'username', limit: 32, required: true })}
${field({ name: 'password', label: words.login.password, type: 'password', autocomplete: 'current-password', limit: 128, required: true })}
<input type="hidden" name="next" value="${next}">
<p class="quiet">${words.login.cookie}</p>${citing(market, visit, '5.a.1')}
<div class="actions"><button class="button">${words.login.button}</button></div>
</form>
<p>${words.login.noAccount} <a href="${to('/join')}">${words.login.join}</a></p>
${demoHint(visit)}`;
}

/** The demonstration's people, for whoever tries the market out. */
const demoHint = ({ words }: Visit): Markup =>
  html`<div class="card"><h2>${words.login.demo}</h2><p>${demoPeople.map(({ username }) => html`<code>${username}</code> `)}</p>
<p>${words.login.demoLead} <code>${demoPassword}</code></p></div>`;
