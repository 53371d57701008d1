import type { Words } from '@avow/policy';
import { empty, html, type Markup, none, table } from '@avow/server/look';
import { asPartyId, type Party } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { policyWords } from '../web/policy.ts';
import type { Console, Visit } from '../web/visit.ts';
import { paging } from './paging.ts';
import { partyLink, stageOf, togetherWith } from './party/name.ts';

/** How many parties a page has. */
const pageful = 25;

/** Everybody who was ever engaged, a page at a time, in the order of their names in the records. */
export const parties =
  ({ avow, now: clock = Date.now }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const after = c.req.query('after');
    const found = await avow.parties.everyone({
      ...(after && { after: asPartyId(after) }),
      limit: pageful + 1,
    });
    const shown = found.slice(0, pageful);
    const last = found.length > pageful ? shown.at(-1)?.party : undefined;
    const main = html`<h1>${words.parties.title}</h1><p class="lead">${words.parties.lead}</p>
${visit.may('engage') ? html`<p><a class="button" href="${to('engage')}">${words.parties.engage}</a></p>` : none}
${shown.length === 0 ? empty(words.parties.none) : listed(visit, shown, clock())}
${paging(visit, {
  first: after !== undefined && to('parties'),
  next: last && to('parties', { after: last }),
})}`;
    return c.html(consolePage(visit, words.parties.title, main));
  };

function listed(visit: Visit, found: readonly Party<Words>[], now: number): Markup {
  const { parties, listed: common } = visit.words;
  return table({
    caption: parties.title,
    head: [
      parties.party,
      parties.isNow,
      parties.for,
      parties.standing,
      parties.owes,
      parties.record,
    ],
    rows: found.map((party) => {
      const running = runningOf(party, now);
      const owed = party.duties.filter(({ state }) => state !== 'confirmed').length;
      const against = Object.values(party.violations).reduce((sum, count) => sum + count, 0);
      const purposes = [...new Set(running.flatMap((each) => each.purposes))];
      return [
        partyLink(visit, party.party),
        isNow(visit, running),
        purposes.length === 0 ? common.none : policyWords(visit).purposes(purposes),
        standingMark(visit, party.state),
        owed === 0 ? common.none : parties.open(owed),
        against === 0 ? common.none : html`<span class="mark mark-no">${against}</span>`,
      ];
    }),
  });
}

/** The engagements of a party that run now, the newest first. */
export const runningOf = ({ engagements }: Party<Words>, now: number) =>
  engagements.filter((each) => stageOf(each, now) === 'running');

/** What a party is to people at this moment, in words. */
export function isNow(visit: Visit, running: Party<Words>['engagements']): Markup | string {
  const { parties } = visit.words;
  const spoken = policyWords(visit);
  if (running.length === 0) return html`<span class="quiet">${parties.unrelated}</span>`;
  const said = running.map((each) => {
    const who = togetherWith(visit, each);
    const as = spoken.recipient(each.as);
    return who === undefined ? as : `${as}${visit.words.listed.comma}${parties.with(who)}`;
  });
  return spoken.list([...new Set(said)]);
}

/** How a party stands, by a word in a frame. */
export const standingMark = ({ words }: Visit, state: Party<Words>['state']): Markup =>
  html`<span class="mark ${state === 'active' ? 'mark-yes' : 'mark-no'}">${words.parties.states[state]}</span>`;
