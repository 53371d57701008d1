import { field, html, type Markup, none } from '@avow/server/look';
import type { Context } from 'hono';
import { type Form, readForm } from '../form.ts';
import { from, goOn, show, showWait } from '../frame.ts';
import { citing, type Hall, labelOf, reading } from '../hall.ts';
import { faultList, type Wrong, wrongIn } from '../problems.ts';
import { showFrozen } from './freeze.ts';

const DAY = 24 * 3_600_000;
const LONGEST = 4_000;

/** What may have leaked of a person's account, by category of the policy. */
const leakable = ['contact.name', 'contact.phone', 'contact.address', 'contact.email'] as const;

/** The form for a report, for whoever cannot log in or does not want to. */
export const leak = (hall: Hall) => (c: Context) => showLeak(hall, c);

export const reportingLeak = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const happened = dayIn(form.get('happened'));
  if (happened === undefined) return showLeak(hall, c, form, { happened: words.leak.notYet });
  const password = form.get('password');
  const came = await hall.accounts.reportLeak({
    ...from(c),
    address: form.get('email'),
    ...(password === '' ? {} : { password }),
    values: Object.fromEntries(
      leakable.flatMap((name) => (form.get(name).trim() ? [[name, form.get(name).trim()]] : [])),
    ),
    happened,
    text: form.get('said'),
  });
  switch (came.outcome) {
    case 'mailed':
      return goOn(hall, c, hall.paths.leakSent);
    case 'frozen':
      return showFrozen(hall, c);
    case 'wrong':
      return showLeak(hall, c, form, { password: words.login.wrong });
    case 'wait':
      return showWait(hall, c, came.seconds);
    case 'invalid': {
      const names = { address: 'email', values: leakable[0], text: 'said' };
      const { [leakable[0]]: none, ...wrong } = wrongIn(came, words, names);
      const said = none === undefined ? wrong : { ...wrong, [leakable[0]]: words.leak.values };
      return showLeak(hall, c, form, said);
    }
  }
};

/** The end of the day that was entered, or now; undefined if it lies in the future. */
function dayIn(text: string): number | undefined {
  const now = Date.now();
  const day = Date.parse(`${text}T00:00:00Z`);
  if (text === '' || Number.isNaN(day)) return now;
  return day > now ? undefined : Math.min(day + DAY - 1, now);
}

function showLeak(hall: Hall, c: Context, form?: Form, wrong: Wrong = {}): Promise<Response> {
  const { words, language, to } = reading(hall, c);
  const { leak: said } = words;
  const kept = (name: string) => form?.get(name) ?? '';
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${citing(hall, language, 'leak')}
${faultList(language, wrong, { email: said.email, said: said.text })}
<form method="post" action="${to(hall.paths.leak)}" novalidate>
${field({ name: 'email', label: said.email, type: 'email', value: kept('email'), error: wrong['email'], autocomplete: 'username', limit: 254, required: true })}
<fieldset><legend>${said.what}</legend><p>${said.whatLead}</p>
${leakable.map((name) => field({ name, label: labelOf(hall, language, name), value: kept(name), error: wrong[name], autocomplete: 'off', limit: 1_000 }))}</fieldset>
${dateField(said.when, said.whenHint, kept('happened'), wrong['happened'])}
${field({ name: 'said', label: said.text, hint: said.textHint, lines: 5, value: kept('said'), error: wrong['said'], limit: LONGEST, required: true })}
<fieldset><legend>${said.freeze}</legend><p>${said.freezeLead}</p>
${field({ name: 'password', label: said.password, type: 'password', error: wrong['password'], autocomplete: 'current-password', limit: 128 })}</fieldset>
<div class="actions"><button class="button">${said.button}</button></div></form>`;
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return show(hall, c, { title: said.title, main }, status);
}

function dateField(label: string, hint: string, value: string, error?: string): Markup {
  const told = `happened-hint${error ? ' happened-error' : ''}`;
  return html`<div class="field"><label for="happened">${label}</label><p class="field-hint" id="happened-hint">${hint}</p>
<input type="date" id="happened" name="happened" value="${value}" aria-describedby="${told}"${error ? html` aria-invalid="true"` : none}>
${error ? html`<p class="field-error" id="happened-error">${error}</p>` : none}</div>`;
}
