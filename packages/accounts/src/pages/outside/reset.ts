import { field, html, none } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { from, goOn, show, showWait } from '../frame.ts';
import { type Hall, reading } from '../hall.ts';
import { faultList, type Wrong, wrongIn } from '../problems.ts';
import { showExpired } from './confirm.ts';

/** Asks for the address that a link is sent to. */
export const forgotten = (hall: Hall) => (c: Context) => showForgotten(hall, c);

export const sendingReset = (hall: Hall) => async (c: Context) => {
  const address = (await readForm(c)).get('email');
  const came = await hall.accounts.requestReset({ ...from(c), address });
  switch (came.outcome) {
    case 'mailed':
      return goOn(hall, c, hall.paths.forgottenSent);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'invalid': {
      const wrong = wrongIn(came, reading(hall, c).words, { address: 'email' });
      return showForgotten(hall, c, address, wrong);
    }
  }
};

function showForgotten(hall: Hall, c: Context, email?: string, wrong: Wrong = {}) {
  const { words, language, to } = reading(hall, c);
  const { forgotten, login } = words;
  const main = html`<h1>${forgotten.title}</h1><p class="lead">${forgotten.lead}</p>
${faultList(language, wrong)}
<form method="post" action="${to(hall.paths.forgotten)}" novalidate>
${field({ name: 'email', label: login.email, type: 'email', value: email, error: wrong['email'], autocomplete: 'username', limit: 254, required: true })}
<div class="actions"><button class="button">${forgotten.button}</button></div></form>`;
  return show(hall, c, { title: forgotten.title, main }, email === undefined ? 200 : 422);
}

/** Where the link leads: the new password. */
export const reset = (hall: Hall) => (c: Context) => showReset(hall, c, c.req.query('token') ?? '');

/** Sets the password and logs nobody in: the second factor, if there is one, is still asked for. */
export const resetting = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const [token, password] = [form.get('token'), form.get('password')];
  const came = await hall.accounts.reset({ ...from(c), token, password });
  switch (came.outcome) {
    case 'changed':
      return showDone(hall, c);
    case 'expired':
      return showExpired(hall, c, hall.paths.forgotten);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'invalid':
      return showReset(hall, c, token, wrongIn(came, reading(hall, c).words));
  }
};

function showReset(hall: Hall, c: Context, token: string, wrong: Wrong = {}) {
  const { words, language, to } = reading(hall, c);
  const { reset, join } = words;
  const main = html`<h1>${reset.title}</h1><p class="lead">${reset.lead}</p>
${faultList(language, wrong)}
<form method="post" action="${to(hall.paths.reset)}" novalidate>
<input type="hidden" name="token" value="${token}">
${field({ name: 'password', label: reset.next, hint: join.passwordHint, type: 'password', error: wrong['password'], autocomplete: 'new-password', limit: 128, required: true })}
<div class="actions"><button class="button">${reset.button}</button></div></form>`;
  return show(hall, c, { title: reset.title, main }, wrong['password'] === undefined ? 200 : 422);
}

function showDone(hall: Hall, c: Context): Promise<Response> {
  const { words, to } = reading(hall, c);
  const { reset, login } = words;
  const main = html`<h1>${reset.done}</h1><p class="lead">${reset.doneLead}</p>
<div class="actions"><a class="button" href="${to(hall.paths.login)}">${login.button}</a></div>`;
  return show(hall, c, { title: reset.done, main });
}

/** Where messages lead that tell of a change: what to do if it was somebody else's. */
export const notMe = (hall: Hall) => (c: Context) => {
  const { words, to } = reading(hall, c);
  const { notMe } = words;
  const { paths, support } = hall;
  const item = (href: string, label: string, help: string) =>
    html`<li><a href="${href}">${label}</a><br><span class="quiet">${help}</span></li>`;
  const main = html`<h1>${notMe.title}</h1><p class="lead">${notMe.lead}</p><ol>
${item(to(paths.forgotten), notMe.reset, notMe.resetHelp)}
${item(to(paths.sessions), notMe.sessions, notMe.sessionsHelp)}
${item(to(paths.leak), words.leak.link, words.leak.linkHelp)}
${support === undefined ? none : html`<li>${notMe.contact} <a href="mailto:${support}">${support}</a><br><span class="quiet">${notMe.contactHelp}</span></li>`}</ol>`;
  return show(hall, c, { title: notMe.title, main });
};
