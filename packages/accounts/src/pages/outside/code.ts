import { field, html } from '@avow/server/look';
import type { Context } from 'hono';
import { type Form, readForm } from '../form.ts';
import { from, show } from '../frame.ts';
import { type Hall, reading } from '../hall.ts';
import { faultList } from '../problems.ts';
import { wayBack } from '../way-back.ts';
import { enter, readOn } from './entering.ts';
import { showLogin } from './login.ts';

/** The second step of logging in. What waits for it stands in the form, and in no cookie. */
export function showCode(
  hall: Hall,
  c: Context,
  { challenge, next }: { readonly challenge: string; readonly next: string },
  error?: string,
): Promise<Response> {
  const { words, language, to } = reading(hall, c);
  const { code } = words;
  const main = html`<h1>${code.title}</h1><p class="lead">${code.lead}</p>
${faultList(language, error === undefined ? {} : { code: error })}
<form method="post" action="${to(hall.paths.code)}" novalidate>
<input type="hidden" name="challenge" value="${challenge}"><input type="hidden" name="next" value="${next}">
${field({ name: 'code', label: code.label, error, autocomplete: 'one-time-code', limit: 32, required: true })}
<div class="actions"><button class="button">${code.button}</button></div></form>`;
  return show(hall, c, { title: code.title, main }, error === undefined ? 200 : 422);
}

export const proving = (hall: Hall) => async (c: Context) => {
  const form: Form = await readForm(c);
  const { words } = reading(hall, c);
  const waiting = { challenge: form.get('challenge'), next: wayBack(form.get('next')) };
  const code = form.get('code').replaceAll(/\s/g, '');
  const came = await hall.accounts.secondFactor.prove({ ...from(c), ...waiting, code });
  return enter(hall, c, await readOn(hall, c, came), waiting.next, (again) =>
    again.outcome === 'wrong'
      ? showCode(hall, c, waiting, words.code.wrong)
      : showLogin(hall, c, { next: waiting.next, error: words.code.expired }),
  );
};
