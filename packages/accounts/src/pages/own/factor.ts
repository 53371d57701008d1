import { html } from '@avow/server/look';
import type { Context } from 'hono';
import type { Accounts } from '../../face.ts';
import { type Form, readForm } from '../form.ts';
import { cookieOf, from, goOn, showWait } from '../frame.ts';
import { type Hall, known, reading, toLogin } from '../hall.ts';
import { showNotAdmitted } from '../outside/entering.ts';
import type { Wrong } from '../problems.ts';
import { firstCode, setup } from './factor-setup.ts';
import { actions, currentPassword, showOwn } from './page.ts';

/** Whether the second factor is on, and the way to the other state. */
export const factor = (hall: Hall) =>
  known(hall, (c, { hasSecondFactor }) => showFactor(hall, c, hasSecondFactor));

/** One of the three steps: begin, finish, switch off. */
export const changingFactor = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  switch (form.get('step')) {
    case 'off':
      return switchedOff(hall, c, form);
    case 'begin':
      return begun(hall, c, form);
    default:
      return finished(hall, c, form);
  }
};

async function begun(hall: Hall, c: Context, form: Form): Promise<Response> {
  const { words, to } = reading(hall, c);
  const who = { ...from(c), cookie: cookieOf(c), password: form.get('password') };
  const came = await hall.accounts.secondFactor.begin(who);
  switch (came.outcome) {
    case 'begun': {
      const main = setup(words, came, to(hall.paths.factor));
      return showOwn(hall, c, { title: words.own.secondFactor.title, main });
    }
    case 'is-on':
      return goOn(hall, c, hall.paths.factor);
    case 'signed-out':
      return toLogin(hall, c);
    case 'wrong':
      return showFactor(hall, c, false, { password: words.login.wrongPassword });
    case 'wait':
      return showWait(hall, c, came.seconds);
  }
}

async function finished(hall: Hall, c: Context, form: Form): Promise<Response> {
  const { words, to } = reading(hall, c);
  const code = form.get('code').replaceAll(/\s/g, '');
  const who = { ...from(c), cookie: cookieOf(c), code };
  const came = await hall.accounts.secondFactor.finish(who);
  if (came.outcome !== 'wrong') return switched(hall, c, came);
  const said = words.own.secondFactor;
  const error = words.own.wrongCode;
  const main = html`<p>${said.finishAgain} <a href="${to(hall.paths.factor)}">${said.anew}</a></p>
${firstCode(words, to(hall.paths.factor), error)}`;
  return showOwn(hall, c, { title: said.title, wrong: { code: error }, main });
}

async function switchedOff(hall: Hall, c: Context, form: Form): Promise<Response> {
  const { words } = reading(hall, c);
  const who = { ...from(c), cookie: cookieOf(c), password: form.get('password') };
  const came = await hall.accounts.secondFactor.off(who);
  if (came.outcome !== 'wrong') return switched(hall, c, came);
  return showFactor(hall, c, true, { password: words.login.wrongPassword });
}

type Switched = Exclude<
  Awaited<ReturnType<Accounts['secondFactor']['off']>>,
  { readonly outcome: 'wrong' }
>;

function switched(hall: Hall, c: Context, came: Switched): Promise<Response> | Response {
  switch (came.outcome) {
    case 'in':
      c.header('Set-Cookie', came.setCookie, { append: true });
      return goOn(hall, c, `${hall.paths.factor}?done=yes`);
    case 'signed-out':
      return toLogin(hall, c);
    case 'not-admitted':
      return showNotAdmitted(hall, c, came);
    case 'wait':
      return showWait(hall, c, came.seconds);
  }
}

function showFactor(hall: Hall, c: Context, isOn: boolean, wrong: Wrong = {}): Promise<Response> {
  const read = reading(hall, c);
  const said = read.words.own.secondFactor;
  const isDone = c.req.method === 'GET' && c.req.query('done') === 'yes';
  const main = html`${isOn ? html`<p>${said.isOn} ${said.offHelp}</p>` : ''}
<form method="post" action="${read.to(hall.paths.factor)}" novalidate>
<input type="hidden" name="step" value="${isOn ? 'off' : 'begin'}">
${currentPassword(read, wrong['password'])}
${isOn ? actions(said.off, 'button button-grave') : actions(said.begin)}</form>`;
  const done = isDone ? (isOn ? said.done : said.doneOff) : undefined;
  return showOwn(hall, c, { title: said.title, lead: said.lead, done, wrong, main });
}
