import { html } from '@avow/server/look';
import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { from, show, showWait } from '../frame.ts';
import { citing, type Hall, reading } from '../hall.ts';
import { showExpired } from './confirm.ts';

/** Where the link leads that freezes an account. Opening it does nothing yet: it is a button that does. */
export const freeze = (hall: Hall) => (c: Context) => {
  const { words, language, to } = reading(hall, c);
  const { freeze: said } = words;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${citing(hall, language, 'contained')}
<form method="post" action="${to(hall.paths.freeze)}">
<input type="hidden" name="token" value="${c.req.query('token') ?? ''}">
<div class="actions"><button class="button button-grave">${said.button}</button></div></form>`;
  return show(hall, c, { title: said.title, main });
};

export const freezing = (hall: Hall) => async (c: Context) => {
  const token = (await readForm(c)).get('token');
  const came = await hall.accounts.freeze({ ...from(c), token });
  switch (came.outcome) {
    case 'frozen':
      return showFrozen(hall, c);
    case 'expired':
      return showExpired(hall, c, hall.paths.leak);
    case 'wait':
      return showWait(hall, c, came.seconds);
  }
};

/** What it means that an account is frozen, and how it is opened. */
export function showFrozen(hall: Hall, c: Context): Promise<Response> {
  const { words, to } = reading(hall, c);
  const { freeze: said } = words;
  const main = html`<h1>${said.done}</h1><p class="lead">${said.doneLead}</p>
<div class="actions"><a class="button" href="${to(hall.paths.forgotten)}">${said.next}</a></div>`;
  return show(hall, c, { title: said.done, main });
}
