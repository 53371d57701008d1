import { field, html, type Markup, none, tabs, tick } from '@avow/server/look';
import type { Context } from 'hono';
import { addressProblem, fieldProblems, invalid, passwordProblem } from '../../entered.ts';
import { type Form, readForm } from '../form.ts';
import { cookieOf, from, goOn, show, showWait } from '../frame.ts';
import { citing, type Hall, labelOf, type Reading, reading } from '../hall.ts';
import { faultList, type Wrong, wrongIn } from '../problems.ts';
import type { PageWords } from '../words/index.ts';

export type Kind = 'person' | 'organisation';

const kindOf = (said: string | undefined): Kind =>
  said === 'organisation' ? 'organisation' : 'person';

/** What the form has besides what the policy's categories name. */
const own: readonly string[] = ['as', 'email', 'password', 'accept', 'answer'];

/** The form that makes an account: what is agreed to, what is asked for, and both ways out. */
export const join = (hall: Hall) => async (c: Context) => {
  if (await hall.accounts.whoIs(cookieOf(c))) return goOn(hall, c, hall.paths.account);
  return showJoin(hall, c, kindOf(c.req.query('as')));
};

/**
 * Accepts or declines. Declining sends what was entered nowhere. What comes of accepting is said in the
 * mail alone, so that this page says the same of an address that has an account already.
 */
export const joining = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const kind = kindOf(form.get('as'));
  if (form.get('answer') === 'decline') return goOn(hall, c, hall.paths.declined);
  const { words, language } = reading(hall, c);
  const fields = entered(form);
  const wrong = check(hall, kind, form, fields, words);
  if (Object.keys(wrong).length > 0) return showJoin(hall, c, kind, form, wrong);
  const came = await hall.accounts.signUp({
    ...from(c),
    kind,
    address: form.get('email'),
    password: form.get('password'),
    fields,
    accepted: true,
    language,
    ...(hall.country === undefined ? {} : { country: hall.country }),
  });
  switch (came.outcome) {
    case 'mailed':
      return goOn(hall, c, hall.paths.sent);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'not-accepted':
      return showJoin(hall, c, kind, form, { accept: words.join.needAccept });
    case 'invalid':
      return showJoin(hall, c, kind, form, wrongIn(came, words, { address: 'email' }));
  }
};

/** Everything that is wrong, said at once and before anything is sent on. */
function check(
  hall: Hall,
  kind: Kind,
  form: Form,
  fields: Readonly<Record<string, string>>,
  words: PageWords,
): Wrong {
  const asked = hall.fields[kind];
  const lacking = asked.filter(({ category, required }) => required && !fields[category]);
  const found = invalid(
    {
      address: addressProblem(form.get('email')),
      password: passwordProblem(form.get('password')),
      ...Object.fromEntries(lacking.map(({ category }) => [category, 'missing' as const])),
    },
    fieldProblems(
      fields,
      asked.map(({ category }) => category),
    ),
  );
  return {
    ...(found && wrongIn(found, words, { address: 'email' })),
    ...(form.get('accept') === 'yes' ? {} : { accept: words.join.needAccept }),
  };
}

/** Whatever is not the form's own is a field; those that nobody asked for are refused by name. */
function entered(form: Form): Record<string, string> {
  const names = form.names.filter((name) => !own.includes(name));
  return Object.fromEntries(names.map((name) => [name, form.get(name).trim()]));
}

async function showJoin(hall: Hall, c: Context, kind: Kind, filled?: Form, wrong: Wrong = {}) {
  const read = reading(hall, c);
  const { words, language, to } = read;
  const { join, login } = words;
  const { paths } = hall;
  const isPerson = kind === 'person';
  const asked = hall.fields[kind].map(({ category }) => [
    category,
    labelOf(hall, language, category),
  ]);
  const labels: Readonly<Record<string, string>> = {
    email: join.email,
    password: join.password,
    ...Object.fromEntries(asked),
  };
  const main = html`<h1>${join.title}</h1><p class="lead">${join.lead}</p>
${faultList(language, wrong, labels)}
<form method="post" action="${to(paths.join)}" novalidate>
${kinds(hall, read, kind)}
<h2>${join.documents}</h2>${await documents(hall, c, read)}
<h2>${join.account}</h2>
${field({ name: 'email', label: join.email, hint: join.emailHint, type: 'email', value: filled?.get('email'), error: wrong['email'], autocomplete: 'username', limit: 254, required: true })}
${field({ name: 'password', label: join.password, hint: join.passwordHint, type: 'password', error: wrong['password'], autocomplete: 'new-password', limit: 128, required: true })}
<h2>${isPerson ? join.about : join.aboutOrganisation}</h2>
${hall.fields[kind].map(({ category, required = false, type = 'text', autocomplete }) =>
  field({
    name: category,
    label: labels[category] ?? category,
    ...(required ? {} : { hint: join.optional }),
    type,
    value: filled?.get(category),
    error: wrong[category],
    autocomplete,
    limit: 200,
    required,
  }),
)}
${tick({ name: 'accept', label: html`${join.accept} <span class="quiet">${isPerson ? join.age : join.entitled}</span>`, error: wrong['accept'] })}
<div class="choice">
<div><button class="button button-plain" name="answer" value="accept">${join.acceptAndJoin}</button></div>
<div><button class="button button-plain" name="answer" value="decline">${join.decline}</button></div>
</div>
<p class="quiet small">${login.cookie(hall.cookie)}</p>
</form>`;
  return show(hall, c, { title: join.title, main }, filled === undefined ? 200 : 422);
}

/** As a person or as an organisation: two links, so that no script has to change the form. */
function kinds({ paths }: Hall, { words, to }: Reading, kind: Kind): Markup {
  const way = (each: Kind) => ({
    href: to(`${paths.join}?as=${each}`),
    label: words.join[each],
    current: each === kind,
  });
  return html`<input type="hidden" name="as" value="${kind}">
${tabs(words.join.as, [way('person'), way('organisation')])}`;
}

async function documents(hall: Hall, c: Context, { words }: Reading): Promise<Markup> {
  const linked = await hall.documents(c);
  return html`<ul>${linked.map(
    ({ href, label, version }) =>
      html`<li><a href="${href}">${label}</a>${version === undefined ? none : html` <span class="quiet small">${words.join.version(version)}</span>`}</li>`,
  )}</ul><p class="quiet">${words.join.documentsLead}</p>`;
}

/** What remains possible without an account. */
export const declined = (hall: Hall) => (c: Context) => {
  const { words, language, to } = reading(hall, c);
  const said = words.declined;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${citing(hall, language, 'declined')}
<h2>${said.still}</h2><ul><li><a href="${to('/')}">${said.home}</a></li><li>${said.documents}</li>
<li><a href="${to(hall.paths.join)}">${said.change}</a></li></ul>`;
  return show(hall, c, { title: said.title, main });
};
