import type { Context } from 'hono';
import { readForm } from '../form.ts';
import { cookieOf, from } from '../frame.ts';
import { type Hall, reading } from '../hall.ts';
import { answerIn, sayTo, ticketFor } from '../passkey-button.ts';
import { wayBack } from '../way-back.ts';
import { enter, readOn } from './entering.ts';
import { showLogin } from './login.ts';

/** What the browser is asked, for the script: about anybody's passkey of this site. */
export const passkeyAsked = (hall: Hall) => async (c: Context) => {
  const { words } = reading(hall, c);
  const asked = await hall.accounts.passkeys.ask(from(c));
  return asked.outcome === 'wait' ? sayTo(c, words.wait.lead(asked.seconds)) : ticketFor(c, asked);
};

/** The form that the script filled in; without it the page says what passkeys need. */
export const enteringByPasskey = (hall: Hall) => async (c: Context) => {
  const form = await readForm(c);
  const { words } = reading(hall, c);
  const next = wayBack(form.get('next'));
  const response = answerIn(form);
  if (response === undefined) {
    return showLogin(hall, c, { next, error: words.passkey.needsScript });
  }
  const ticket = form.get('ticket');
  const brought = { ticket, response: response as never, cookie: cookieOf(c) };
  const came = await hall.accounts.passkeys.enter({ ...from(c), ...brought });
  return enter(hall, c, await readOn(hall, c, came), next, ({ outcome }) => {
    const error = outcome === 'unverified' ? words.login.unverified : words.passkey.wrong;
    return showLogin(hall, c, {
      next,
      error: outcome === 'expired' ? words.passkey.expired : error,
    });
  });
};
