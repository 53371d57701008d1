import type { Words } from '@avow/policy';
import { html, type Markup, moment, none, terms } from '@avow/server/look';
import { asCaseId, type Case, type CaseId, type Hindered } from 'avow';
import { may, meets } from '../../access.ts';
import type { Operator } from '../../options.ts';
import { faultPage, forWhom } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { allowed } from './allowed.ts';
import { approvals } from './approvals.ts';
import { operatorName, stateMark } from './case-words.ts';
import { ground } from './ground.ts';
import { recipientOf } from './list.ts';
import { told } from './told.ts';
import { waysIn } from './ways.ts';

/** One case: what it rests on, what the policy says of it now, who approved it, what can be done. */
export const inCase =
  (place: Console): Handle =>
  async (c, operator) => {
    const found = await caseNamed(c, place, operator, c.req.query('case'));
    return found instanceof Response ? found : showCase(c, place, operator, found);
  };

/** The case that a page is about; the answer instead, if there is none or it is not this role's business. */
export async function caseNamed(
  c: Seen,
  { avow }: Console,
  { role, operator }: Operator,
  named: string | undefined,
): Promise<Case<Words> | Response> {
  // What concerns the reader is to them as though it were not there: they may not be meant to know.
  const found = named ? await avow.desk.cases.get(asCaseId(named), { apart: operator }) : undefined;
  if (found === undefined) return faultPage(c, 'notFound');
  return meets(role, found.type) ? found : faultPage(c, 'forbidden');
}

/** The page, after something was done in it, or was not: `refused` says why not, in words. */
export async function showCase(
  c: Seen,
  place: Console,
  operator: Operator,
  found: Case<Words>,
  refused?: string,
): Promise<Response> {
  const { visit } = c.var;
  const { words, to } = visit;
  const title = words.desk.oneOf[found.type];
  const approvable =
    found.to === undefined ? undefined : await place.avow.desk.cases.approvable(found.case);
  const rests = await ground(visit, operator, found);
  const hindered = await hindranceTo(place, operator, found);
  const main = html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a> · <a href="${to('desk', { kind: found.type })}">${words.desk.kinds[found.type]}</a></p>
<h1>${title}</h1>${done(visit, c.req.query('done'))}
${refused === undefined ? none : html`<p class="verdict verdict-failed" role="alert"><strong>${refused}</strong></p>`}
<p>${stateMark(visit, found)}</p>
${opened(visit, operator, found)}
<h2>${words.desk.ground}</h2>${rests.main}
${approvable === undefined ? none : allowed(visit, approvable)}
${approvable === undefined ? none : approvals(visit, operator, approvable, await isAppointed(place, operator))}
<h2>${words.desk.todo}</h2>${hindered === undefined ? waysIn(visit, operator, found, rests.ways) : whoElse(visit, found, hindered)}
<h2>${words.desk.personKnows}</h2>${await told(visit, found)}`;
  return c.html(consolePage(visit, title, main), refused === undefined ? 200 : 409);
}

/**
 * Why the reader takes no step in a case; undefined: they may. Whoever only looks on is offered none in any case, and
 * needs no reason.
 */
export const hindranceTo = async (
  { avow }: Console,
  { operator: by, role }: Operator,
  { case: id }: Case<Words>,
): Promise<Hindered | undefined> =>
  may(role, 'taking') ? avow.desk.cases.hindered({ case: id, by }) : undefined;

/** Why not the reader, and who instead. */
const whoElse = (visit: Visit, { type }: Case<Words>, why: Hindered): Markup =>
  html`<div class="why-not"><p>${visit.words.desk.notDeciding[why]}</p>${forWhom(visit, type === 'appeal' ? 'settle' : 'taking')}</div>`;

/** Whether somebody was appointed to the desk, without which nobody does anything in a case. */
export const isAppointed = async ({ avow }: Console, { operator }: Operator): Promise<boolean> =>
  (await avow.desk.staff.list()).includes(operator);

/** What a case was opened with, and by whom. */
function opened(visit: Visit, operator: Operator, found: Case<Words>): Markup {
  const { words, language } = visit;
  const { desk: said } = words;
  const spoken = policyWords(visit);
  const { ended, operator: handler } = found;
  return terms([
    [said.number, html`<code>${found.case}</code>`],
    [said.person, html`<code>${found.person}</code>`],
    ...(found.to === undefined
      ? []
      : ([
          [said.recipient, recipientOf(visit, found)],
          [said.categories, begun(spoken.categories(found.categories))],
        ] as const)),
    [said.purpose, begun(spoken.purpose(found.purpose))],
    [
      said.openedBy,
      html`${found.openedBy === found.person ? said.thePerson : operatorName(visit, operator, found.openedBy)} · ${moment(found.opened, language)}`,
    ],
    [said.handledBy, handler === undefined ? said.nobody : operatorName(visit, operator, handler)],
    ...(found.due === undefined ? [] : ([[said.due, moment(found.due, language)]] as const)),
    ended === undefined
      ? [said.ends, moment(found.expires, language)]
      : [
          said.ended,
          html`${moment(ended.at, language)}${ended.reason === undefined ? none : html` · ${said.reasons[ended.reason]}`}`,
        ],
    ...(found.delivered === undefined
      ? []
      : ([[said.deliveredOn, moment(found.delivered, language)]] as const)),
  ]);
}

/** What was done just now, if the address says so in a word that is one of these. */
function done({ words }: Visit, what: string | undefined): Markup {
  const said: Readonly<Record<string, string>> = words.desk.done;
  if (what === undefined || !Object.hasOwn(said, what)) return none;
  return html`<p class="done" role="status">${said[what]}</p>`;
}

/** The way back to the case that a page is about. */
export const caseWay = ({ words, to }: Visit, id: CaseId): Markup =>
  html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a> · <a href="${to('case', { case: id })}">${words.desk.oneCase}</a></p>`;
