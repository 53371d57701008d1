import { field, html } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { cookieOf, from, goOn, showWait } from '../frame.ts';
import { type Hall, known, reading, toLogin } from '../hall.ts';
import { showNotAdmitted } from '../outside/entering.ts';
import { type Wrong, wrongIn } from '../problems.ts';
import { actions, currentPassword, showOwn } from './page.ts';

export const password = (hall: Hall) =>
  known(hall, (c) => showPassword(hall, c, {}, c.req.query('done') === 'yes'));

/** Another password: every other session ends, and this one gets a new name. */
export const changingPassword = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const what = { password: form.get('password'), next: form.get('next') };
  const came = await hall.accounts.changePassword({ ...from(c), ...what, cookie: cookieOf(c) });
  switch (came.outcome) {
    case 'in':
      c.header('Set-Cookie', came.setCookie, { append: true });
      return goOn(hall, c, `${hall.paths.password}?done=yes`);
    case 'signed-out':
      return toLogin(hall, c);
    case 'not-admitted':
      return showNotAdmitted(hall, c, came);
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'invalid':
      return showPassword(hall, c, wrongIn(came, words));
    case 'wrong':
      return showPassword(hall, c, { password: words.login.wrongPassword });
  }
};

function showPassword(hall: Hall, c: Context, wrong: Wrong, isDone = false): Promise<Response> {
  const read = reading(hall, c);
  const { own, join } = read.words;
  const said = own.changePassword;
  const main = html`<form method="post" action="${read.to(hall.paths.password)}" novalidate>
${currentPassword(read, wrong['password'])}
${field({ name: 'next', label: said.next, hint: join.passwordHint, type: 'password', error: wrong['next'], autocomplete: 'new-password', limit: 128, required: true })}
${actions(said.button)}</form>`;
  const done = isDone ? said.done : undefined;
  return showOwn(hall, c, {
    title: said.title,
    lead: said.lead,
    done,
    wrong,
    labels: { next: said.next },
    main,
  });
}
