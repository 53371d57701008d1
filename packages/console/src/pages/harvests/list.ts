import { day, empty, html, type Markup, moment, none, table } from '@avow/server/look';
import { type HarvestCase, type HarvestReport, type Reader, sayPattern } from 'avow';
import { readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Visit } from '../../web/visit.ts';
import { partyLink } from '../party/name.ts';

/** Decided cases that a page shows. */
const most = 50;
/** Decoys that one press makes. */
const MOST_DECOYS = 50;

/** Who was found to harvest, what waits for somebody, what was decided, and the decoys. */
export const harvests =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words } = visit;
    const { harvests: said } = words;
    const states = ['open', 'upheld', 'terminated', 'reversed'] as const;
    const found = (
      await Promise.all(states.map((state) => avow.harvesting.list({ state, limit: 1_000 })))
    ).flat();
    const appeals = found.filter(({ appeal }) => appeal?.state === 'made');
    const waiting = found.filter((one) => one.state === 'open' && !appeals.includes(one));
    const decided = found
      .filter((one) => one.state !== 'open' && !appeals.includes(one))
      .toSorted((a, b) => b.found - a.found);
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${c.req.query('done') === 'decoys' ? html`<p class="done" role="status">${said.decoysAdded}</p>` : none}
<h2>${said.appeals}</h2>${cases(visit, 'appeals', appeals)}
<h2>${said.waiting}</h2>${cases(visit, 'waiting', waiting)}
<h2>${said.reports}</h2>${reports(visit, await avow.harvesting.reports())}
<h2>${said.decided}</h2>${cases(visit, 'decided', decided.slice(0, most))}
${decoys(visit, (await avow.harvesting.decoys.list()).length)}`;
    return c.html(consolePage(visit, said.title, main));
  };

type ListName = keyof Visit['words']['harvests']['none'];

/** What is in one of the lists, or that nothing is. */
function cases(visit: Visit, name: ListName, found: readonly HarvestCase[]): Markup {
  const { words, language, to } = visit;
  const { harvests: said } = words;
  if (found.length === 0) return empty(said.none[name]);
  return table({
    caption: said[name],
    head: [said.who, said.pattern, said.found, said.state, said.appeal],
    rows: found.map((one) => [
      html`<a href="${to('harvest', { harvest: one.harvest })}">${whoIs(visit, one.against)}</a>`,
      sayPattern(said.patterns, one),
      moment(one.found, language),
      html`<span class="${marks[one.state]}">${said.states[one.state]}</span>`,
      one.appeal === undefined
        ? words.listed.none
        : html`${said.appealStates[one.appeal.state]}${one.appeal.state === 'made' && one.appeal.due !== undefined ? html`<br>${day(one.appeal.due, language)}` : none}`,
    ]),
  });
}

const marks = {
  open: 'mark mark-wait',
  upheld: 'mark mark-no',
  terminated: 'mark mark-no',
  reversed: 'mark mark-yes',
} as const satisfies Record<HarvestCase['state'], string>;

/** Whom a case is about: a party by its name, a user by the end of their id, which says nothing of them. */
export function whoIs({ words, place, language }: Visit, who: Reader): string {
  if ('party' in who) return place.nameOf?.(who.party, language) ?? who.party;
  return `${words.harvests.user} …${who.user.slice(-6)}`;
}

function reports(visit: Visit, found: readonly HarvestReport[]): Markup {
  const { words, language, to } = visit;
  const { harvests: said } = words;
  if (found.length === 0) return empty(said.reportsNone);
  return table({
    caption: said.reports,
    head: [said.reportOf, said.reported, said.read],
    rows: found.map(({ report, who, at }) => [
      'party' in who ? partyLink(visit, who.party) : whoIs(visit, who),
      moment(at, language),
      visit.may('readingReport')
        ? html`<form method="post" action="${to('readingReport')}"><input type="hidden" name="report" value="${report}"><button class="button button-plain button-small">${said.read}</button></form>`
        : words.listed.none,
    ]),
  });
}

function decoys(visit: Visit, count: number): Markup {
  const { words, to } = visit;
  const { harvests: said } = words;
  return html`<h2>${said.decoys}</h2><p>${said.decoysLead(count)}</p>
${
  visit.may('seeding')
    ? html`<form class="ways" method="post" action="${to('seeding')}"><div class="field"><label for="count">${said.decoysHow}</label><input type="number" id="count" name="count" min="1" max="${MOST_DECOYS}" value="5"></div>
<button class="button button-plain">${said.decoysAdd}</button></form>`
    : none
}`;
}

/** Makes people who do not exist, as any other person is made; nobody has dealings with them. */
export const seeding =
  ({ avow }: Console): Handle =>
  async (c) => {
    const wanted = Number((await readForm(c, ['count'])).count);
    const count = Number.isSafeInteger(wanted) ? Math.min(Math.max(wanted, 1), MOST_DECOYS) : 1;
    await avow.harvesting.decoys.seed({ count });
    return c.redirect(c.var.visit.to('harvests', { done: 'decoys' }), 303);
  };
