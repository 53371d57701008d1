import { day, empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { KnownChild } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { short } from '../../short.ts';
import { deskRooms } from '../rooms.ts';
import { stepNames } from './steps.ts';

/** Those for whom no guardian has accepted, whoever is erased first leading (S.6). */
export const children =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { children: said } = words;
    const found = await avow.children.list();
    const done: Readonly<Record<string, string>> = said.done;
    const did = c.req.query('done') ?? '';
    const main = html`${deskRooms(visit, 'children')}<h1>${said.title}</h1>
${Object.hasOwn(done, did) ? html`<p class="done" role="status">${done[did]}</p>` : none}<p class="lead">${said.lead}</p>
${visit.may('learnChild') ? html`<p><a class="button" href="${to('learnChild')}">${said.learn.title}</a></p>` : none}
${found.length === 0 ? empty(said.none) : listed(visit, found)}`;
    return c.html(consolePage(visit, said.title, main));
  };

function listed(visit: Visit, found: readonly KnownChild[]): Markup {
  const { words, language, to } = visit;
  const { children: said } = words;
  return table({
    caption: said.title,
    head: [said.person, said.learned, said.erases, said.due, said.deeds],
    rows: found.map(({ person, learned, erases, due }) => [
      short(person),
      day(learned, language),
      moment(erases, language),
      moment(due, language),
      visit.may('childStep')
        ? html`${stepNames.map((step) => html`<a class="act" href="${to('childStep', { person, step })}">${said[step].title}</a> `)}`
        : words.listed.none,
    ]),
  });
}
