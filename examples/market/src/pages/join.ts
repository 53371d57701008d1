import { faults, field, html, type Markup, none, tick } from '@avow/server/look';
import { handleWords } from '../accounts/handle.ts';
import { type Registered, register } from '../accounts/register.ts';
import type { Market } from '../market.ts';
import { type Form, readForm } from '../web/form.ts';
import { beginSession } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { answered, citing, policyWords } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';
import type { Words } from '../words/index.ts';

const fields = ['username', 'password', 'name', 'phone', 'address', 'accept', 'answer'] as const;
type Filled = Form<(typeof fields)[number]>;
type Wrong = Partial<Record<keyof Filled, string>>;

/** The form that makes an account: what is agreed to, what is asked for, and both ways out. */
export const join = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  if (visit.person !== undefined) return c.redirect(visit.to('/mine'), 303);
  return c.html(marketPage(visit, visit.words.join.title, await joinPage(market, visit)));
};

/** Accepts or declines. Declining leaves nothing behind; accepting makes the account. */
export const joining = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const { words, language } = visit;
  const filled = await readForm(c, fields);
  if (filled.answer === 'decline') return c.redirect(visit.to('/join/declined'), 303);
  const again = async (wrong: Wrong) =>
    c.html(marketPage(visit, words.join.title, await joinPage(market, visit, filled, wrong)), 422);
  const wrong = check(filled, words);
  if (Object.keys(wrong).length > 0) return again(wrong);
  const { username, password, name, phone, address } = filled;
  const about = {
    'contact.name': name,
    ...(phone !== '' && { 'contact.phone': phone }),
    ...(address !== '' && { 'contact.address': address }),
  };
  const registered = await register(market, { username, password, language, about });
  if (registered.outcome === 'taken') return again({ username: words.join.takenUsername });
  if (registered.outcome === 'joined') await beginSession(c, market, registered.account.person);
  return c.html(
    marketPage(c.var.visit, words.join.title, welcome(market, c.var.visit, registered)),
  );
};

/** What remains possible without an account. */
export const declined = (market: Market) => (c: Asked) => {
  const { visit } = c.var;
  const { words, language, to } = visit;
  const main = html`<h1>${words.declined.title}</h1><p class="lead">${words.declined.lead}</p>
${citing(market, visit, 'P.9')}
<h2>${words.declined.still}</h2><ul>
<li><a href="${to('/')}">${words.declined.goods}</a></li>
<li><a href="/policy?lang=${language}">${words.declined.policy}</a></li>
<li><a href="/clauses?lang=${language}">${words.declined.log}</a></li>
<li><a href="${to('/join')}">${words.declined.change}</a></li></ul>`;
  return c.html(marketPage(visit, words.declined.title, main));
};

function check(filled: Filled, { join }: Words): Wrong {
  const { username, password, name, phone, address, accept } = filled;
  return {
    ...(!/^[\p{L}\p{N}.-]{3,32}$/u.test(username) && { username: join.needUsername }),
    ...((password.length < 10 || password.length > 128) && { password: join.needPassword }),
    ...((name === '' || name.length > 80) && { name: join.needName }),
    ...(phone !== '' && !/^\+?\d(?:[ -]?\d){4,19}$/.test(phone) && { phone: join.longPhone }),
    ...(address.length > 200 && { address: join.longAddress }),
    ...(accept !== 'yes' && { accept: join.needAccept }),
  };
}

async function joinPage(market: Market, visit: Visit, filled?: Filled, wrong: Wrong = {}) {
  const { words, language, to } = visit;
  const { join } = words;
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`<h1>${join.title}</h1><p class="lead">${join.lead}</p>
${faults(language, found)}
<form method="post" action="${to('/join')}" novalidate>
<h2>${join.documents}</h2>${await documents(market, visit)}
<h2>${join.account}</h2>
${field({ name: 'username', label: join.username, hint: join.usernameHint, value: filled?.username, error: wrong.username, autocomplete: 'username', limit: 32, required: true })}
${field({ name: 'password', label: join.password, hint: join.passwordHint, type: 'password', error: wrong.password, autocomplete: 'new-password', limit: 128, required: true })}
<h2>${join.about}</h2>
${field({ name: 'name', label: join.name, value: filled?.name, error: wrong.name, autocomplete: 'name', limit: 80, required: true })}
${field({ name: 'phone', label: join.phone, hint: join.optional, type: 'tel', value: filled?.phone, error: wrong.phone, autocomplete: 'tel', limit: 24 })}
${field({ name: 'address', label: join.address, hint: join.optional, value: filled?.address, error: wrong.address, autocomplete: 'street-address', limit: 200 })}
${tick({ name: 'accept', label: html`${join.accept} <span class="quiet">${join.age}</span>`, error: wrong.accept })}
<div class="choice">
<div><button class="button button-plain" name="answer" value="accept">${join.acceptAndJoin}</button></div>
<div><button class="button button-plain" name="answer" value="decline">${join.decline}</button></div>
</div>
<p class="quiet small">${words.login.cookie}</p>
</form>`;
}

async function documents(market: Market, { words, language, to }: Visit): Promise<Markup> {
  const [agreement, rules] = await Promise.all([
    market.avow.documents.current('service-agreement'),
    market.avow.documents.current('site-rules'),
  ]);
  const row = (href: string, label: string, version?: string) =>
    html`<li><a href="${href}">${label}</a>${version === undefined ? none : html` <span class="quiet small">${words.join.version(version)}</span>`}</li>`;
  return html`<ul>${row(to('/agreement'), words.site.agreement, agreement?.version)}
${row(to('/rules'), words.site.rules, rules?.version)}
${row(`/policy?lang=${language}`, words.site.policy)}</ul><p class="quiet">${words.join.documentsLead}</p>`;
}

function welcome(
  market: Market,
  visit: Visit,
  registered: Exclude<Registered, { outcome: 'taken' }>,
) {
  const { words, language, to } = visit;
  const { kept } = registered;
  const fields = kept.permitted ? policyWords(market, visit).categories(kept.value.categories) : '';
  const joined = registered.outcome === 'joined';
  const handle = joined ? handleWords(registered.account.handle, language) : '';
  return html`<h1>${joined ? words.join.welcome : words.answer.noAccount}</h1>
${joined ? html`<p class="lead">${words.join.welcomeBody(handle)}</p>` : none}
${answered(market, visit, kept, {
  title: joined ? words.join.kept : words.answer.refused,
  body: html`<p>${fields}</p>`,
})}
<div class="actions"><a class="button" href="${to('/')}">${words.join.toGoods}</a>${
    joined
      ? html`<a class="button button-plain" href="${to('/mine')}">${words.join.toMine}</a>`
      : none
  }</div>`;
}
