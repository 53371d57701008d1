import { field, html, none } from '@avow/server/look';
import type { Context } from 'hono';
import { roles } from '../../operators/face.ts';
import { readForm } from '../form.ts';
import { cookieOf, from, goOn, show, showWait } from '../frame.ts';
import { actions } from '../own/page.ts';
import { faultList, type Wrong, wrongIn } from '../problems.ts';
import { type Office, only, reading } from './office.ts';

export const password = (office: Office) => only(office, roles, (c) => showPassword(office, c));

/** Another password than the one that was handed over. */
export const changingPassword = (office: Office) =>
  only(office, roles, async (c) => {
    const form = await readForm(c);
    const { words } = reading(office, c);
    const what = { password: form.get('password'), next: form.get('next'), cookie: cookieOf(c) };
    const came = await office.operators.changePassword({ ...from(c), ...what });
    switch (came.outcome) {
      case 'in':
        c.header('Set-Cookie', came.setCookie, { append: true });
        return goOn(office, c, `${office.paths.password}?done=yes`);
      case 'wait':
        return showWait(office, c, came.seconds);
      case 'signed-out':
      case 'not-admitted':
        return goOn(office, c, office.paths.login);
      case 'invalid':
        return showPassword(office, c, wrongIn(came, words));
      case 'wrong':
        return showPassword(office, c, { password: words.login.wrongPassword });
    }
  });

function showPassword(office: Office, c: Context, wrong: Wrong = {}): Promise<Response> {
  const { words, said, language, to } = reading(office, c);
  const { paths } = office;
  const done = c.req.query('done') === 'yes';
  const main = html`<p class="eyebrow"><a href="${to(paths.home)}">${said.title}</a></p><h1>${said.changePassword}</h1>
${done ? html`<p class="done" role="status">${said.changed}</p>` : none}${faultList(language, wrong)}
<form method="post" action="${to(paths.password)}" novalidate>
${field({ name: 'password', label: words.own.current, type: 'password', error: wrong['password'], autocomplete: 'current-password', limit: 128, required: true })}
${field({ name: 'next', label: words.own.changePassword.next, hint: words.join.passwordHint, type: 'password', error: wrong['next'], autocomplete: 'new-password', limit: 128, required: true })}
${actions(words.own.changePassword.button)}</form>`;
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return show(office, c, { title: said.changePassword, main }, status);
}
