import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { DeletionState, PartyDuty, RightsRequest } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, policyWords } from '../web/policy.ts';
import type { Console, Visit } from '../web/visit.ts';
import { partyLink } from './party/name.ts';
import { short } from './short.ts';

/** How many duties a page shows: those that somebody has to see to come first. */
const most = 200;

const order = ['overdue', 'refused', 'reminded', 'due', 'confirmed'] as const;

/** What all parties owe and have not done, what is overdue first. */
export const duties =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words } = visit;
    const found = sorted(await avow.parties.duties());
    const late = await avow.desk.requests.overdue();
    const main = html`<h1>${words.duties.title}</h1><p class="lead">${words.duties.lead}</p>
${found.length === 0 ? empty(words.duties.none) : dutiesOf(visit, found.slice(0, most))}
${found.length > most ? html`<p>${words.duties.more(found.length - most)}</p>` : none}
${late.length === 0 ? none : overdueRequests(visit, late.slice(0, most))}`;
    return c.html(consolePage(visit, words.duties.title, main));
  };

/** What people asked and were not answered in time, the longest overdue first. */
function overdueRequests({ words, language, to }: Visit, late: readonly RightsRequest[]): Markup {
  const { request: said, desk } = words;
  return html`<h2>${said.overdueTitle}</h2>${table({
    caption: said.overdueTitle,
    head: [desk.number, said.about, said.made, said.due],
    rows: late.map((each) => [
      html`<a href="${to('case', { case: each.case })}">${desk.number} ${short(each.case)}</a>`,
      said.abouts[each.about],
      day(each.made, language),
      html`<span class="mark mark-no">${day(each.due, language)}</span>`,
    ]),
  })}`;
}

const sorted = (found: readonly PartyDuty<Words>[]) =>
  found.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.deadline - b.deadline,
  );

const marks = {
  due: 'mark',
  reminded: 'mark',
  overdue: 'mark mark-no',
  refused: 'mark mark-no',
  confirmed: 'mark mark-yes',
} as const satisfies Record<DeletionState, string>;

/** Duties as a table; on the page of their party it is not named again. */
export function dutiesOf(
  visit: Visit,
  list: readonly PartyDuty<Words>[],
  on: 'party' | 'all' = 'all',
): Markup {
  const { words, language } = visit;
  const { duties: said } = words;
  const spoken = policyWords(visit);
  const head = [said.what, said.state, said.ended, said.deadline, said.told, said.receipt];
  return table({
    caption: said.all,
    head: on === 'party' ? head : [said.party, ...head],
    rows: list.map((each) => [
      ...(on === 'party' ? [] : [partyLink(visit, each.party)]),
      begun(spoken.categories(each.categories)),
      html`<span class="${marks[each.state]}">${said.states[each.state]}</span>`,
      day(each.ended, language),
      day(each.deadline, language),
      told(visit, each),
      receipt(visit, each),
    ]),
  });
}

function told({ words, language }: Visit, { hints }: PartyDuty<Words>): Markup | string {
  const { duties: said } = words;
  if (hints.length === 0) return said.notTold;
  return html`<ul class="values">${hints.map(
    ({ stage, at, came }) =>
      html`<li>${said.stages[stage]}, ${day(at, language)}${words.listed.colon}${said.came[came]}</li>`,
  )}</ul>`;
}

function receipt({ words, language }: Visit, { receipt: one }: PartyDuty<Words>): Markup | string {
  const { duties: said } = words;
  if (one === undefined) return said.noReceipt;
  return html`${said.receiptOf} ${moment(one.deletedAt, language)}<br><span class="small quiet">${said.signedBy} <code>${one.kid.slice(0, 12)}…</code></span>`;
}
