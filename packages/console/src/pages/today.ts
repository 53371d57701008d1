import { empty, html, none } from '@avow/server/look';
import { caseTypes } from 'avow';
import { meets, type RouteName } from '../access.ts';
import type { Operator } from '../options.ts';
import { consolePage, roomsFor } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import type { Console, Visit } from '../web/visit.ts';
import { unverifiedHolds } from './holds/unverified.ts';
import { violationsAt } from './violations/list.ts';

/** What waits for somebody, and where to go: as far as the reader's role goes. */
export const today =
  (place: Console): Handle =>
  async (c, operator) => {
    const { role } = operator;
    const { visit } = c.var;
    const { words, to } = visit;
    const waits = await waiting(place, visit, operator);
    const rooms = roomsFor(visit).filter((room) => room !== 'today');
    const main = html`<h1>${words.today.title}</h1><p class="lead">${words.today.lead(words.roles[role])}</p>
<h2>${words.today.waits}</h2>
${waits.length === 0 ? empty(words.today.nothing) : html`<ul class="lines">${waits.map(({ room, said }) => html`<li><a href="${to(room)}">${said}</a></li>`)}</ul>`}
${rooms.length === 0 ? none : html`<h2>${words.today.rooms}</h2><ul class="cards">${rooms.map((room) => html`<li class="card"><h3><a href="${to(room)}">${words.rooms[room]}</a></h3><p>${words.about[room]}</p></li>`)}</ul>`}`;
    return c.html(consolePage(visit, words.today.title, main));
  };

interface Waiting {
  readonly room: RouteName;
  readonly said: string;
}

/** What somebody has to see to. Nothing is asked about a room that the reader may not enter. */
async function waiting(
  { avow }: Console,
  { may, words }: Visit,
  { role, operator: apart }: Operator,
): Promise<readonly Waiting[]> {
  const { today: said } = words;
  const duties = may('duties') ? await avow.parties.duties() : [];
  const count = (wanted: string) => duties.filter(({ state }) => state === wanted).length;
  const suspended = may('harvests') ? await harvestsWaiting(avow) : { open: 0, appeals: 0 };
  const broken = may('violations') ? await violationsAt(avow) : undefined;
  const leaks = may('leaks') ? (await avow.leaks.list({ limit: 1_000 })).length : 0;
  const holds = may('holds') ? await unverifiedHolds(avow) : 0;
  const strays = may('drift') ? avow.cookies.strays().length : 0;
  const kinds = caseTypes.filter((each) => meets(role, each));
  const cases = await Promise.all(kinds.map((type) => avow.desk.cases.list({ type, apart })));
  const late = await avow.desk.requests.overdue();
  const found = [
    { room: 'desk', count: cases.flat().length, said: said.open },
    { room: 'desk', count: late.length, said: words.request.overdue },
    { room: 'leaks', count: leaks, said: said.leaks },
    { room: 'harvests', count: suspended.appeals, said: said.appeals },
    { room: 'harvests', count: suspended.open, said: said.harvests },
    { room: 'violations', count: broken?.appeals.length ?? 0, said: said.violationAppeals },
    { room: 'violations', count: broken?.open.length ?? 0, said: said.violations },
    { room: 'holds', count: holds, said: said.holds },
    { room: 'duties', count: count('overdue'), said: said.overdue },
    { room: 'duties', count: count('refused'), said: said.refused },
    { room: 'drift', count: strays, said: said.strays },
  ] as const;
  return found
    .filter((each) => each.count > 0)
    .map((each) => ({ room: each.room, said: each.said(each.count) }));
}

async function harvestsWaiting({ harvesting }: Console['avow']) {
  const states = ['open', 'upheld', 'terminated'] as const;
  const found = await Promise.all(states.map((state) => harvesting.list({ state, limit: 1_000 })));
  const appeals = found.flat().filter(({ appeal }) => appeal?.state === 'made').length;
  const open = (found[0] ?? []).filter(({ appeal }) => appeal === undefined).length;
  return { open, appeals };
}
