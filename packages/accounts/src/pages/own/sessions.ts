import { html, type Markup, moment, none } from '@avow/server/look';
import type { SessionLine } from '../../face.ts';
import { readForm } from '../form.ts';
import { cookieOf, goOn } from '../frame.ts';
import { type Hall, known, type Reading, reading } from '../hall.ts';
import { showOwn } from './page.ts';

/** Where somebody is logged in: a line for each session, and the way to end it. */
export const sessions = (hall: Hall) =>
  known(hall, async (c) => {
    const read = reading(hall, c);
    const { words, to } = read;
    const said = words.own.sessionPage;
    const lines = await hall.accounts.sessions.list(cookieOf(c));
    const others = html`<form method="post" action="${to(hall.paths.sessions)}"><div class="actions"><button class="button" name="end" value="others">${said.endOthers}</button></div></form>`;
    const main = html`<ul class="lines">${lines.map((each) => line(hall, read, each))}</ul>
${lines.length > 1 ? others : none}`;
    const done = c.req.query('done') === 'yes' ? said.ended : undefined;
    return showOwn(hall, c, { title: said.title, lead: said.lead, done, main });
  });

/** Ends one session, or all others. When the page comes back their cookies open nothing. */
export const endingSessions = (hall: Hall) =>
  known(hall, async (c) => {
    const end = (await readForm(c)).get('end');
    const { sessions } = hall.accounts;
    if (end === 'others') await sessions.endOthers(cookieOf(c));
    else await sessions.end(cookieOf(c), end);
    return goOn(hall, c, `${hall.paths.sessions}?done=yes`);
  });

function line(
  { paths }: Hall,
  { words, language, to }: Reading,
  { id, began, ends, isThis }: SessionLine,
): Markup {
  const said = words.own.sessionPage;
  const end = html`<form method="post" action="${to(paths.sessions)}"><button class="button button-plain button-small" name="end" value="${id}">${said.end}</button></form>`;
  const out = html`<form method="post" action="${to(paths.logout)}"><button class="button button-plain button-small">${said.logout}</button></form>`;
  return html`<li><span>${said.began} ${moment(began, language)}${isThis ? html` <span class="mark mark-yes">${said.here}</span>` : none}<br><span class="quiet small">${said.ends} ${moment(ends, language)}</span></span>
${isThis ? out : end}</li>`;
}
