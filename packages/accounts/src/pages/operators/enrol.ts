import { field, html } from '@avow/server/look';
import type { Context } from 'hono';
import { type Form, readForm } from '../form.ts';
import { cookieOf, from, goOn, show, showWait } from '../frame.ts';
import { firstCode, setup } from '../own/factor-setup.ts';
import { actions } from '../own/page.ts';
import { faultList } from '../problems.ts';
import { type Office, reading } from './office.ts';

/** The one page that there is for an operator without a second factor: to set it up. */
export const enrol = (office: Office) => async (c: Context) => {
  const who = await office.operators.whoIs(cookieOf(c));
  if (who === undefined) return goOn(office, c, office.paths.login);
  return who.state === 'in' ? goOn(office, c, office.paths.home) : showEnrol(office, c);
};

export const enrolling = (office: Office) => async (c: Context) => {
  const form = await readForm(c);
  return form.get('step') === 'begin' ? begin(office, c, form) : finish(office, c, form);
};

async function begin(office: Office, c: Context, form: Form): Promise<Response> {
  const { words, said, to } = reading(office, c);
  const who = { ...from(c), cookie: cookieOf(c), password: form.get('password') };
  const came = await office.operators.secondFactor.begin(who);
  switch (came.outcome) {
    case 'begun': {
      const main = html`<h1>${said.enrol}</h1>${setup(words, came, to(office.paths.enrol))}`;
      return show(office, c, { title: said.enrol, main });
    }
    case 'is-on':
      return goOn(office, c, office.paths.home);
    case 'signed-out':
      return goOn(office, c, office.paths.login);
    case 'wrong':
      return showEnrol(office, c, words.login.wrongPassword);
    case 'wait':
      return showWait(office, c, came.seconds);
  }
}

async function finish(office: Office, c: Context, form: Form): Promise<Response> {
  const code = form.get('code').replaceAll(/\s/g, '');
  const came = await office.operators.secondFactor.finish({
    ...from(c),
    cookie: cookieOf(c),
    code,
  });
  switch (came.outcome) {
    case 'in':
      c.header('Set-Cookie', came.setCookie, { append: true });
      return goOn(office, c, office.paths.home);
    case 'wait':
      return showWait(office, c, came.seconds);
    case 'not-admitted':
    case 'signed-out':
      return goOn(office, c, office.paths.login);
    case 'wrong':
      return showCodeAgain(office, c);
  }
}

function showCodeAgain(office: Office, c: Context): Promise<Response> {
  const { words, said, language, to } = reading(office, c);
  const { secondFactor, wrongCode } = words.own;
  const { enrol } = office.paths;
  const main = html`<h1>${said.enrol}</h1>${faultList(language, { code: wrongCode })}
<p>${secondFactor.finishAgain} <a href="${to(enrol)}">${secondFactor.anew}</a></p>
${firstCode(words, to(enrol), wrongCode)}`;
  return show(office, c, { title: said.enrol, main }, 422);
}

function showEnrol(office: Office, c: Context, error?: string): Promise<Response> {
  const { words, said, language, to } = reading(office, c);
  const main = html`<h1>${said.enrol}</h1><p class="lead">${said.enrolLead}</p>
${faultList(language, error === undefined ? {} : { password: error })}
<form method="post" action="${to(office.paths.enrol)}" novalidate><input type="hidden" name="step" value="begin">
${field({ name: 'password', label: said.passwordHelp, type: 'password', error, autocomplete: 'current-password', limit: 128, required: true })}
${actions(words.own.secondFactor.begin)}</form>`;
  return show(office, c, { title: said.enrol, main }, error === undefined ? 200 : 422);
}
