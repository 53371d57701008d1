import type { Words } from '@avow/policy';
import { day, html, type Markup, none, table } from '@avow/server/look';
import { asCaseId, type Case, type CaseState, type CaseType, caseTypes } from 'avow';
import { meets } from '../../access.ts';
import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { partyName } from '../party/name.ts';
import { operatorName, stateMark } from './case-words.ts';

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
  const { words } = visit;
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
  const main = html`<h1>${words.desk.title}</h1><p class="lead">${words.desk.lead}</p>
${ways(visit)}
${found.map(({ kind, cases }) => section(visit, operator, kind, cases))}`;
  return c.html(consolePage(visit, words.desk.title, main));
}

/** What can be begun here. Whoever adds a kind of request adds its way in here. */
function ways(visit: Visit): Markup {
  const { words, to } = visit;
  const all = [
    { route: 'order', label: words.desk.recordOrder },
    { route: 'statutes', label: words.desk.statutes },
    { route: 'bases', label: words.desk.bases },
    { route: 'children', label: words.children.title },
  ] as const;
  const open = all.filter(({ route }) => visit.may(route));
  return html`<p class="ways">${open.map(
    ({ route, label }) => html`<a class="button button-plain" href="${to(route)}">${label}</a>`,
  )}<a class="button button-plain" href="${visit.place.reports ?? '/bases'}?lang=${visit.language}">${words.desk.reports}</a></p>`;
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
${shown.length === 0 ? html`<p>${words.desk.noneOpen}</p>` : casesOf(visit, operator, words.desk.kinds[kind], shown)}
<p class="small"><a class="act" href="${to('desk', { kind })}">${way(words.desk.kinds[kind])}</a></p>`;
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
<p class="ways">${states.map(
    (each) =>
      html`<a href="${to('desk', { kind, state: each })}"${each === state ? html` aria-current="true"` : none}>${words.desk.states[each]}</a>`,
  )}</p>
${shown.length === 0 ? html`<p>${words.desk.noneSuch}</p>` : casesOf(visit, operator, title, shown)}
${
  last === undefined && after === undefined
    ? none
    : html`<p class="paging">${after === undefined ? none : html`<a rel="first" href="${to('desk', { kind, state })}">${words.listed.first}</a>`}
${last === undefined ? none : html`<a rel="next" href="${to('desk', { kind, state, after: last })}">${words.listed.older}</a>`}</p>`
}`;
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
      html`<a href="${to('case', { case: each.case })}"><code>${each.case}</code></a>`,
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
