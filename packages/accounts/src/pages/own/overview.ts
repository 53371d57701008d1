import { html } from '@avow/server/look';
import type { Context } from 'hono';
import { cookieOf, show } from '../frame.ts';
import { type Hall, known, reading } from '../hall.ts';

/** How somebody gets in, and how nobody else does: each thing with what there is of it. */
export const overview = (hall: Hall) =>
  known(hall, async (c: Context, { hasSecondFactor }) => {
    const { words, to } = reading(hall, c);
    const { own } = words;
    const { accounts, paths } = hall;
    const [passkeys, sessions] = await Promise.all([
      accounts.passkeys.list(cookieOf(c)),
      accounts.sessions.list(cookieOf(c)),
    ]);
    const row = (href: string, label: string, help: string) =>
      html`<li><a href="${to(href)}">${label}</a> <span class="quiet">${help}</span></li>`;
    const main = html`<h1>${own.title}</h1><p class="lead">${own.lead}</p><ul class="lines">
${row(paths.address, own.address, own.addressHelp)}
${row(paths.password, own.password, own.passwordHelp)}
${row(paths.factor, own.factor, hasSecondFactor ? own.factorOn : own.factorOff)}
${row(paths.passkeys, own.passkeys, own.passkeysHelp(passkeys.length))}
${row(paths.sessions, own.sessions, own.sessionsHelp(sessions.length))}</ul>`;
    return show(hall, c, { title: own.title, main });
  });
