import { empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { NoticeProgress, StraysCounted, Tally } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { cited, policyWords } from '../web/policy.ts';
import type { Console, Visit } from '../web/visit.ts';
import { dutiesOf } from './duties.ts';

/** How many cookies and sentences the page shows: those that happen most. */
const most = 50;

/** Where what happens and what was declared come apart. */
export const drift =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { drift: said } = words;
    const [progress, open, tallies] = await Promise.all([
      avow.notices.progress(),
      avow.parties.duties(),
      avow.tallies(),
    ]);
    const late = open.filter(({ state }) => state === 'overdue' || state === 'refused');
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
<h2 id="cookies">${said.cookies}</h2>${cookies(visit, avow.cookies.strays())}
<h2 id="notices">${said.notices}</h2>${notices(visit, progress)}
<h2 id="deletions">${said.deletions}</h2>${late.length === 0 ? empty(said.deletionsNone) : dutiesOf(visit, late.slice(0, most))}
<p><a href="${to('duties')}">${said.toDuties}</a></p>
<h2 id="refusals">${said.refusals}</h2>${refusals(visit, tallies)}`;
    return c.html(consolePage(visit, said.title, main));
  };

function cookies({ words, language }: Visit, found: readonly StraysCounted[]): Markup {
  const { drift: said } = words;
  if (found.length === 0) return empty(said.cookiesNone);
  return html`<p>${said.cookiesLead}</p>${table({
    caption: said.cookies,
    head: [said.name, said.where, { label: said.count, figures: true }, said.last],
    rows: found
      .slice(0, most)
      .map(({ name, where, count, last }) => [
        html`<code>${name}</code>`,
        said.wheres[where],
        count.toLocaleString(language),
        moment(last, language),
      ]),
  })}`;
}

function notices({ words, language }: Visit, found: readonly NoticeProgress[]): Markup {
  const { drift: said, listed } = words;
  if (found.length === 0) return empty(said.noticesNone);
  const number = (value: number | undefined) => value?.toLocaleString(language) ?? listed.none;
  const figures = (label: string) => ({ label, figures: true }) as const;
  return table({
    caption: said.notices,
    head: [
      said.version,
      said.standing,
      figures(said.told),
      figures(said.waiting),
      figures(said.notReached),
      figures(said.uncertain),
      figures(said.shown),
    ],
    rows: found.map(({ version, about, mail, centre, isOverdue }) => [
      html`<code>${version.slice(0, 12)}…</code> <span class="quiet">${said.abouts[about]}</span>`,
      html`<span class="mark ${isOverdue ? 'mark-no' : 'mark-yes'}">${isOverdue ? said.late : said.inTime}</span>`,
      number(mail?.told),
      number(mail?.waiting),
      number(mail && mail.unreachable + mail.failed + refusedOf(mail.refused)),
      number(mail?.uncertain),
      number(centre?.shown),
    ]),
  });
}

const refusedOf = (refused: Readonly<Record<string, number>>): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0);

/** What is asked for and not permitted, by the sentence that says no. */
function refusals(visit: Visit, tallies: readonly Tally[]): Markup {
  const { words, language } = visit;
  const { drift: said } = words;
  const spoken = policyWords(visit);
  const found = tallies
    .filter(({ refused }) => refused > 0)
    .toSorted((a, b) => b.refused - a.refused || (a.sentence < b.sentence ? -1 : 1))
    .slice(0, most);
  if (found.length === 0) return empty(said.refusalsNone);
  return html`<p>${said.refusalsLead}</p>${table({
    caption: said.refusals,
    head: [
      said.sentence,
      said.text,
      { label: said.refused, figures: true },
      { label: said.permitted, figures: true },
    ],
    rows: found.map(({ sentence, refused, permitted }) => [
      cited(visit, sentence),
      spoken.sentence(sentence) ?? none,
      refused.toLocaleString(language),
      permitted.toLocaleString(language),
    ]),
  })}`;
}
