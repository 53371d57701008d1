import { findSentence } from '@avow/policy';
import { answer, field, html } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { cookieOf, from, goOn, show, showWait } from '../frame.ts';
import { type Hall, known, reading, toLogin } from '../hall.ts';
import { showExpired } from '../outside/confirm.ts';
import { type Wrong, wrongIn } from '../problems.ts';
import { actions, currentPassword, showOwn } from './page.ts';

export const address = (hall: Hall) => known(hall, (c) => showAddress(hall, c));

/** Asks for another address: what comes of it is said there alone, and nothing changes before. */
export const changingAddress = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const what = { password: form.get('password'), address: form.get('email') };
  const came = await hall.accounts.changeAddress({ ...from(c), ...what, cookie: cookieOf(c) });
  switch (came.outcome) {
    case 'mailed':
      return goOn(hall, c, hall.paths.addressSent);
    case 'signed-out':
      return toLogin(hall, c);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'invalid':
      return showAddress(hall, c, wrongIn(came, words, { address: 'email' }), what.address);
    case 'wrong':
      return showAddress(hall, c, { password: words.login.wrongPassword }, what.address);
  }
};

function showAddress(hall: Hall, c: Context, wrong: Wrong = {}, email?: string) {
  const read = reading(hall, c);
  const said = read.words.own.changeAddress;
  const main = html`<form method="post" action="${read.to(hall.paths.address)}" novalidate>
${field({ name: 'email', label: said.next, type: 'email', value: email, error: wrong['email'], autocomplete: 'email', limit: 254, required: true })}
${currentPassword(read, wrong['password'])}${actions(said.button)}</form>`;
  return showOwn(hall, c, {
    title: said.title,
    lead: said.lead,
    wrong,
    labels: { email: said.next },
    main,
  });
}

/** Where the link leads, in whichever browser the mail is read. */
export const confirmAddress = (hall: Hall) => (c: Context) => {
  const { words, to } = reading(hall, c);
  const said = words.own.changeAddress;
  const main = html`<h1>${said.confirm}</h1><p class="lead">${said.confirmLead}</p>
<form method="post" action="${to(hall.paths.addressConfirm)}"><input type="hidden" name="token" value="${c.req.query('token') ?? ''}">
${actions(said.confirmButton)}</form>`;
  return show(hall, c, { title: said.confirm, main });
};

export const confirmingAddress = (hall: Hall) => async (c: Context) => {
  const token = (await readForm(c)).get('token');
  const came = await hall.accounts.confirmAddress({ ...from(c), token });
  const { words, language, to } = reading(hall, c);
  const said = words.own.changeAddress;
  const tell = (title: string, lead: string, status: 200 | 422) => {
    const main = html`<h1>${title}</h1><p class="lead">${lead}</p>
<div class="actions"><a class="button" href="${to(hall.paths.account)}">${words.own.back}</a></div>`;
    return show(hall, c, { title, main }, status);
  };
  switch (came.outcome) {
    case 'changed':
      return tell(said.done, said.doneLead, 200);
    case 'taken':
      return tell(said.taken, said.takenLead, 422);
    case 'expired':
      return showExpired(hall, c, hall.paths.address);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'refused': {
      const { sentence } = came;
      const text = findSentence(hall.avow.policy.current().policy, sentence)?.text[language];
      const main = html`<h1>${said.refused}</h1>${answer({ permitted: false, sentence, text, language })}`;
      return show(hall, c, { title: said.refused, main }, 422);
    }
  }
};
