import { empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { Violation } from 'avow';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { AnyAvow, Console, Visit } from '../../web/visit.ts';
import { registerWord } from './word.ts';

/** Decided violations that a page shows. */
const most = 50;
/** As many as are asked for at once. */
const PAGE = 1_000;

/** What waits at the desk for violations: appeals, and what nobody has decided; and what was. */
export async function violationsAt({ registers: { violations } }: AnyAvow) {
  const states = ['open', 'upheld', 'reversed'] as const;
  const [open = [], upheld = [], reversed = []] = await Promise.all(
    states.map((state) => violations.list({ state, limit: PAGE })),
  );
  const appeals = upheld.filter(({ appeal }) => appeal?.state === 'made');
  const decided = [...upheld.filter((one) => !appeals.includes(one)), ...reversed];
  return { appeals, open, decided };
}

/** What was recorded as a violation: to be decided, to be heard, decided. Why is not on this page. */
export const violations =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { violations: said } = visit.words;
    const { appeals, open, decided } = await violationsAt(avow);
    const newest = decided.toSorted((a, b) => b.recorded - a.recorded).slice(0, most);
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${visit.may('recordViolation') ? html`<p class="ways"><a class="button button-plain" href="${visit.to('recordViolation')}">${visit.words.recordViolation.title}</a></p>` : none}
<h2>${said.appeals}</h2>${listed(visit, 'appeals', appeals)}
<h2>${said.waiting}</h2>${listed(visit, 'waiting', open)}
<h2>${said.decided}</h2>${listed(visit, 'decided', newest)}`;
    return c.html(consolePage(visit, said.title, main));
  };

type ListName = keyof Visit['words']['violations']['none'];

/** What is in one of the lists, or that nothing is. */
function listed(visit: Visit, name: ListName, found: readonly Violation[]): Markup {
  const { words, language, to } = visit;
  const { violations: said } = words;
  if (found.length === 0) return empty(said.none[name]);
  return table({
    caption: said[name],
    head: [said.rule, said.about, said.recorded, said.state, said.appeal],
    rows: found.map((one) => [
      html`<a href="${to('violation', { violation: one.violation })}">${registerWord(visit, one.rule)}</a>`,
      aboutWhom(visit, one),
      moment(one.recorded, language),
      stateMark(visit, one.state),
      one.appeal === undefined ? words.listed.none : appealMark(visit, one.appeal.state),
    ]),
  });
}

const marks = {
  open: 'mark mark-wait',
  upheld: 'mark mark-no',
  reversed: 'mark mark-yes',
} as const satisfies Record<Violation['state'], string>;

/** How a violation stands, by a word in a frame. */
export const stateMark = ({ words }: Visit, state: Violation['state']): Markup =>
  html`<span class="${marks[state]}">${words.violations.states[state]}</span>`;

type AppealState = NonNullable<Violation['appeal']>['state'];

/** An appeal that waits is what somebody has to see. */
export const appealMark = ({ words }: Visit, state: AppealState): Markup =>
  html`<span class="mark${state === 'made' ? ' mark-wait' : ''}">${words.violations.appealStates[state]}</span>`;

/** A user by the end of their id, which says nothing of them. */
export const aboutWhom = ({ words }: Visit, { person }: Violation): string =>
  `${words.violations.user} …${person.slice(-6)}`;

/** The way back to the room. */
export const violationsWay = ({ words, to }: Visit): Markup =>
  html`<p class="eyebrow"><a href="${to('violations')}">${words.violations.title}</a></p>`;
