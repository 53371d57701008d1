import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import type { Basis, ProposedBasis } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { begun, policyWords } from '../../../web/policy.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { partyName } from '../../party/name.ts';
import { deskRooms } from '../rooms.ts';

/** What is proposed and what is published, with what the reader may do about it (3.g). */
export const bases =
  ({ avow, now = Date.now }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { bases: said } = words;
    const [proposals, published] = await Promise.all([
      avow.desk.bases.proposals(),
      avow.desk.bases.list(),
    ]);
    const done: Readonly<Record<string, string>> = said.done;
    const did = c.req.query('done') ?? '';
    const main = html`${deskRooms(visit, 'bases')}<h1>${said.title}</h1>
${Object.hasOwn(done, did) ? html`<p class="done" role="status">${done[did]}</p>` : none}<p class="lead">${said.lead}</p>
<p class="ways">${visit.may('propose') ? html`<a class="button" href="${to('propose')}">${said.propose.title}</a>` : none}<a class="button button-plain" href="/bases?lang=${visit.language}">${said.public}</a></p>
<h2>${said.proposals}</h2>${proposals.length === 0 ? empty(said.noProposals) : listed(visit, said.proposals, proposals, now())}
<h2>${said.published}</h2>${published.length === 0 ? empty(said.none) : listed(visit, said.published, published, now())}`;
    return c.html(consolePage(visit, said.title, main));
  };

type Either = ProposedBasis<Words> | Basis<Words>;

function listed(visit: Visit, caption: string, found: readonly Either[], now: number): Markup {
  const { words, language } = visit;
  const { bases: said } = words;
  const spoken = policyWords(visit);
  return table({
    caption,
    head: [said.basis, said.covers, said.parties, said.until, said.state, said.deeds],
    rows: found.map((each) => [
      each.words[language] ?? '',
      begun(spoken.categories(each.categories)),
      spoken.list(each.parties.map((party) => partyName(visit, party))),
      day(each.until, language),
      stateMark(visit, stateOf(each, now)),
      deeds(visit, each, now),
    ]),
  });
}

const marks = { proposed: 'mark mark-wait', running: 'mark mark-yes', over: 'mark' } as const;

const stateMark = ({ words }: Visit, state: keyof typeof marks): Markup =>
  html`<span class="${marks[state]}">${words.bases.states[state]}</span>`;

function stateOf(found: Either, now: number): 'proposed' | 'running' | 'over' {
  if (!('published' in found)) return 'proposed';
  return (found.ended ?? found.until) > now ? 'running' : 'over';
}

function deeds(visit: Visit, found: Either, now: number): Markup | string {
  const { words, to } = visit;
  const { bases: said } = words;
  const ways = {
    proposed: [
      ['publish', said.publish.title],
      ['dropBasis', said.drop.title],
    ],
    running: [
      ['onBasis', said.use.title],
      ['endBasis', said.end.title],
    ],
    over: [],
  } as const;
  const open = ways[stateOf(found, now)].filter(([route]) => visit.may(route));
  if (open.length === 0) return words.listed.none;
  return html`${open.map(([route, label]) => html`<a class="act" href="${to(route, { basis: found.basis })}">${label}</a> `)}`;
}
