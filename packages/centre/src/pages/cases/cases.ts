import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import type { Case, PersonId } from 'avow';
import { stranger } from '../../web/fault.ts';
import { centrePage } from '../../web/frame.ts';
import { type Centre, known, type Visit } from '../../web/visit.ts';

/** Every case that concerns the reader, the newest first, and the way to ask us something. */
export const cases = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const all = await centre.avow.desk.cases.of(person);
    const main = html`<h1>${words.cases.title}</h1><p class="lead">${words.cases.lead}</p>
<p><a class="button button-plain" href="${to('/cases/ask')}">${words.asking.link}</a></p>
${await childNote(visit, person)}
${all.length === 0 ? empty(words.cases.none) : listed(visit, person, all)}`;
    return c.html(centrePage(visit, words.cases.title, main));
  }, stranger);

function listed(visit: Visit, person: PersonId, all: readonly Case<Words>[]): Markup {
  const { words, language, to } = visit;
  const { cases: said } = words;
  return table({
    caption: said.title,
    head: [said.what, said.state, said.opened, said.due],
    rows: all.map((each) => [
      html`<a href="${to(`/cases/${each.case}`)}">${said.types[each.type]}</a> <span class="quiet small">${whose(visit, each, person)}</span>`,
      stateMark(visit, each),
      day(each.opened, language),
      each.due === undefined ? said.noDate : day(each.due, language),
    ]),
  });
}

/** Whether the reader is the other side of a complaint: it is about somebody else, and concerns them. */
export const isAsked = ({ type, person: about }: Case<Words>, person: PersonId): boolean =>
  type === 'complaint' && about !== person;

/** Whether it came from the reader, or is about something of theirs; of all others the type says it. */
export function whose({ words }: Visit, found: Case<Words>, person: PersonId): string {
  if (isAsked(found, person)) return words.cases.ofYou;
  return theirs.includes(found.type) ? words.cases.yours : '';
}

/** What people begin themselves. */
const theirs: readonly Case<Words>['type'][] = ['complaint', 'rights', 'appeal'];

/** How a case stands; one that nobody has answered in time says so. */
export function stateMark({ words, centre }: Visit, { state, due }: Case<Words>): Markup {
  const { states, overdue } = words.cases;
  const isLate = state === 'open' && due !== undefined && due < (centre.now ?? Date.now)();
  return html`<span class="mark ${state === 'open' ? 'mark-yes' : ''}">${states[state]}</span>${isLate ? html` <span class="mark mark-no">${overdue}</span>` : none}`;
}

/** What comes of it that somebody was found to be a child: they see it before it happens. */
async function childNote(visit: Visit, person: PersonId): Promise<Markup> {
  const { centre, words, language, to } = visit;
  const child = await centre.avow.children.of(person);
  if (child?.state !== 'alone') return none;
  const { cases: said } = words;
  return html`<section class="notice notice-wary"><p><strong>${said.child}</strong></p>
<p>${said.childLead} ${day(child.erases, language)}</p>
<p>${said.childWrong} <a href="${to('/cases/ask')}">${words.asking.link}</a></p></section>`;
}
