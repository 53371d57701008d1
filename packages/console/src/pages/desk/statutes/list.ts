import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import type { StatutoryDuty } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { begun, policyWords } from '../../../web/policy.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { partyName } from '../../party/name.ts';
import { deskRooms } from '../rooms.ts';
import { statuteNamed, statuteTerms } from './ground.ts';

/** The register of duties in law: what law says is to be handed to whom, without an order for each person. */
export const statutes =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { statutes: said } = words;
    const found = await avow.desk.duties.list();
    const done: Readonly<Record<string, string>> = said.done;
    const did = c.req.query('done') ?? '';
    const main = html`${deskRooms(visit, 'statutes')}<h1>${said.title}</h1>${Object.hasOwn(done, did) ? html`<p class="done" role="status">${done[did]}</p>` : none}<p class="lead">${said.lead}</p>
${visit.may('statute') ? html`<p><a class="button" href="${to('statute')}">${said.register.title}</a></p>` : none}
${found.length === 0 ? empty(said.none) : listed(visit, found)}`;
    return c.html(consolePage(visit, said.title, main));
  };

function listed(visit: Visit, found: readonly StatutoryDuty<Words>[]): Markup {
  const { words, language, to } = visit;
  const { statutes: said } = words;
  const spoken = policyWords(visit);
  return table({
    caption: said.title,
    head: [said.law, said.party, said.categories, said.until, said.deeds],
    rows: found.map((each) => [
      html`${each.law}${words.listed.comma}${said.articleOf(each.article)}`,
      partyName(visit, each.party),
      begun(spoken.categories(each.categories)),
      each.until === undefined ? said.open : day(each.until, language),
      visit.may('onStatute')
        ? html`<a class="act" href="${to('onStatute', { duty: each.duty })}">${said.use.title}</a> <a class="act" href="${to('endStatute', { duty: each.duty })}">${said.end.title}</a>`
        : words.listed.none,
    ]),
  });
}

/** What it means that a duty ends. */
export const endStatute =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const found = await statuteNamed(avow, c.req.query('duty'));
    if (found === undefined) return faultPage(c, 'notFound');
    const { end } = visit.words.statutes;
    const main = deedPage(visit, {
      ...end,
      ...{ route: 'endingStatute', way: statuteWay(visit), isGrave: true },
      about: statuteTerms(visit, found),
      fields: { duty: found.duty },
      cancel: visit.to('statutes'),
    });
    return c.html(consolePage(visit, end.title, main));
  };

export const endingStatute =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['duty', 'once']);
    const found = await statuteNamed(avow, form.duty);
    if (found === undefined) return faultPage(c, 'notFound');
    await avow.desk.duties.end({ duty: found.duty, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('statutes', { done: 'ended' }), 303);
  };

/** The way back to the register. */
export const statuteWay = ({ words, to }: Visit): Markup =>
  html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a> · <a href="${to('statutes')}">${words.statutes.title}</a></p>`;
