import { empty, html, type Markup, moment } from '@avow/server/look';
import type { Context } from 'hono';
import type { PasskeyLine } from '../../passkeys/face.ts';
import { type Form, readForm } from '../form.ts';
import { cookieOf, from, goOn } from '../frame.ts';
import { type Hall, known, type Reading, reading, toLogin } from '../hall.ts';
import { answerIn, passkeyButton, sayTo, ticketFor } from '../passkey-button.ts';
import type { Wrong } from '../problems.ts';
import { currentPassword, showOwn } from './page.ts';

/** The passkeys of the reader: what there is, one more, one less. */
export const passkeys = (hall: Hall) => known(hall, (c) => showPasskeys(hall, c));

/** What the browser is asked, for the script, once the password is right. */
export const newPasskeyAsked = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const who = { ...from(c), cookie: cookieOf(c), password: form.get('password') };
  const came = await hall.accounts.passkeys.begin(who);
  switch (came.outcome) {
    case 'asked':
      return ticketFor(c, came);
    case 'wrong':
      return sayTo(c, words.login.wrongPassword);
    case 'signed-out':
      return sayTo(c, words.login.refused);
    case 'wait':
      return sayTo(c, words.wait.lead(came.seconds));
  }
};

/** Adds the one that the browser made, or removes one. */
export const changingPasskeys = (hall: Hall) =>
  known(hall, async (c) => {
    const form = await readForm(c);
    const id = form.get('remove');
    if (id === '') return adding(hall, c, form);
    await hall.accounts.passkeys.remove(cookieOf(c), id);
    return goOn(hall, c, `${hall.paths.passkeys}?done=removed`);
  });

async function adding(hall: Hall, c: Context, form: Form): Promise<Response> {
  const { words } = reading(hall, c);
  const response = answerIn(form);
  if (response === undefined) {
    return showPasskeys(hall, c, { password: words.passkey.needsScript });
  }
  const brought = { ticket: form.get('ticket'), response: response as never };
  const came = await hall.accounts.passkeys.finish({ ...from(c), ...brought, cookie: cookieOf(c) });
  switch (came.outcome) {
    case 'added':
      return goOn(hall, c, `${hall.paths.passkeys}?done=added`);
    case 'signed-out':
      return toLogin(hall, c);
    case 'refused':
    case 'expired':
      return showPasskeys(hall, c, { password: words.passkey[came.outcome] });
  }
}

async function showPasskeys(hall: Hall, c: Context, wrong: Wrong = {}): Promise<Response> {
  const read = reading(hall, c);
  const { words, to } = read;
  const said = words.own.passkeyPage;
  const { paths } = hall;
  const held = await hall.accounts.passkeys.list(cookieOf(c));
  const main = html`${held.length === 0 ? empty(said.none) : html`<ul class="lines">${held.map((each) => line(hall, read, each))}</ul>`}
<h2>${said.add}</h2><p data-without-passkeys>${words.passkey.needsScript}</p>
${passkeyButton({ does: 'create', action: to(paths.passkeys), label: said.add, cancelled: words.passkey.cancelled, before: said.addHelp, inside: currentPassword(read, wrong['password']) })}`;
  const done = { added: said.done, removed: said.gone }[c.req.query('done') ?? ''];
  const page = { title: said.title, lead: said.lead, done, wrong, main, scripts: [paths.script] };
  return showOwn(hall, c, page);
}

function line(hall: Hall, { words, language, to }: Reading, { id, added }: PasskeyLine): Markup {
  const said = words.own.passkeyPage;
  return html`<li><span>${said.added} ${moment(added, language)}</span>
<form method="post" action="${to(hall.paths.passkeys)}"><button class="button button-plain button-small" name="remove" value="${id}">${said.remove}</button></form></li>`;
}
