import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table, tabs } from '@avow/server/look';
import { asCaseId, type Case, type CaseState, type CaseType, caseTypes } from 'avow';
import { meets } from '../../access.ts';
import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { paging } from '../paging.ts';
import { partyName } from '../party/name.ts';
import { short } from '../short.ts';
import { operatorName, stateMark } from './case-words.ts';
import { deskRooms } from './rooms.ts';

/** How many cases of a kind the first page shows, and how many a page of one kind has. */
const glimpse = 5;
const pageful = 25;

const states: readonly CaseState[] = ['open', 'refused', 'closed', 'expired'];

/** The desk: what is open of each kind, or one kind in one state a page at a time. */
export const desk =
  (place: Console): Handle =>
  async (c, operator) => {
    const kind = caseTypes.find((each) => each === c.req.query('kind'));
    if (kind === undefined) return overview(place, c, operator);
    return meets(operator.role, kind)
      ? oneKind(place, c, operator, kind)
      : faultPage(c, 'forbidden');
  };

async function overview({ avow }: Console, c: Seen, operator: Operator) {
  const { visit } = c.var;
  const { words, to } = visit;
  const kinds = caseTypes.filter((each) => meets(operator.role, each));
  const found = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      cases: await avow.desk.cases.list({
        ...{ type: kind, limit: glimpse + 1 },
        apart: operator.operator,
      }),
    })),
  );
  const busy = found.filter(({ cases }) => cases.length > 0);
  const quiet = kinds.filter((kind) => busy.every((each) => each.kind !== kind));
  const main = html`${deskRooms(visit, 'desk')}<h1>${words.desk.title}</h1><p class="lead">${words.desk.lead}</p>
${visit.may('order') ? html`<p><a class="button" href="${to('order')}">${words.desk.recordOrder}</a></p>` : none}
${busy.length === 0 ? empty(words.desk.noneOpen) : busy.map(({ kind, cases }) => section(visit, operator, kind, cases))}
${quiet.length === 0 ? none : atRest(visit, quiet, busy.length === 0 ? words.desk.allKinds : words.desk.atRest)}`;
  return c.html(consolePage(visit, words.desk.title, main));
}

function section(
  visit: Visit,
  operator: Operator,
  kind: CaseType,
  cases: readonly Case<Words>[],
): Markup {
  const { words, to } = visit;
  const shown = cases.slice(0, glimpse);
  const way = cases.length > glimpse ? words.desk.allOpen : words.desk.allOfKind;
  return html`<h2 id="${kind}">${words.desk.kinds[kind]}</h2><p class="quiet">${words.desk.about[kind]}</p>
${casesOf(visit, operator, words.desk.kinds[kind], shown)}
<p class="small"><a class="act" href="${to('desk', { kind })}">${way(words.desk.kinds[kind])}</a></p>`;
}

/** Kinds of which none is open: what each is, and the way to those that are over. */
function atRest({ words, to }: Visit, kinds: readonly CaseType[], title: string): Markup {
  return html`<h2>${title}</h2><ul class="cards">${kinds.map(
    (kind) =>
      html`<li class="card" id="${kind}"><h3><a href="${to('desk', { kind })}">${words.desk.kinds[kind]}</a></h3><p>${words.desk.about[kind]}</p></li>`,
  )}</ul>`;
}

async function oneKind({ avow }: Console, c: Seen, operator: Operator, kind: CaseType) {
  const { visit } = c.var;
  const { words, to } = visit;
  const state = states.find((each) => each === c.req.query('state')) ?? 'open';
  const after = c.req.query('after');
  const found = await avow.desk.cases.list({
    ...{ type: kind, state, limit: pageful + 1, apart: operator.operator },
    ...(after && { after: asCaseId(after) }),
  });
  const shown = found.slice(0, pageful);
  const last = found.length > pageful ? shown.at(-1)?.case : undefined;
  const title = words.desk.kinds[kind];
  const main = html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a></p><h1>${title}</h1><p class="lead">${words.desk.about[kind]}</p>
${tabs(
  words.desk.state,
  states.map((each) => ({
    href: to('desk', { kind, state: each }),
    label: words.desk.states[each],
    current: each === state,
  })),
)}
${shown.length === 0 ? empty(words.desk.noneSuch) : casesOf(visit, operator, title, shown)}
${paging(visit, {
  first: after !== undefined && to('desk', { kind, state }),
  next: last && to('desk', { kind, state, after: last }),
})}`;
  return c.html(consolePage(visit, title, main));
}

/** Cases as a table: ids and words, nothing that is anybody's. */
function casesOf(
  visit: Visit,
  operator: Operator,
  caption: string,
  cases: readonly Case<Words>[],
): Markup {
  const { words, language, to } = visit;
  const { desk: said, listed } = words;
  const spoken = policyWords(visit);
  return table({
    caption,
    head: [said.number, said.recipient, said.categories, said.state, said.handledBy, said.ends],
    rows: cases.map((each) => [
      html`<a href="${to('case', { case: each.case })}">${said.number} ${short(each.case)}</a>`,
      recipientOf(visit, each),
      each.categories.length === 0 ? listed.none : begun(spoken.categories(each.categories)),
      stateMark(visit, each),
      each.operator === undefined ? said.nobody : operatorName(visit, operator, each.operator),
      day(each.expires, language),
    ]),
  });
}

/** To whom a case leads, for those who work here: a party by its name, a user by nothing but that. */
export function recipientOf(visit: Visit, { to }: Pick<Case<Words>, 'to'>): Markup | string {
  if (to === undefined) return visit.words.listed.none;
  return 'party' in to ? partyName(visit, to.party) : visit.words.desk.aUser;
}
