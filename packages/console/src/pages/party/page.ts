import type { Words } from '@avow/policy';
import { empty, html, type Markup, none } from '@avow/server/look';
import { asPartyId, type Party, type PartyId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { AnyAvow, Console, Seen, Visit } from '../../web/visit.ts';
import { deedsDone } from '../deeds-done.ts';
import { doersOf } from '../doers.ts';
import { dutiesOf } from '../duties.ts';
import { isNow, runningOf, standingMark } from '../parties.ts';
import { engagements } from './engagements.ts';
import { handed, handedTo } from './handed.ts';
import { keys } from './keys.ts';
import { partyName } from './name.ts';
import { violations } from './violations.ts';

/** One party: what it is, what it has, what it owes, and what is on record against it. */
export const party =
  ({ avow, now: clock = Date.now }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const id = partyNamed(c);
    const [found, against, has, deeds] = await Promise.all([
      avow.parties.get(id),
      avow.parties.violations(id),
      handedTo(avow, id),
      avow.desk.deeds({ party: id }),
    ]);
    const now = clock();
    if (found === undefined) return faultPage(c, 'notFound');
    const doers = await doersOf(
      visit,
      deeds.map(({ by }) => by),
    );
    const { words, to } = visit;
    const name = partyName(visit, id);
    const main = html`<p class="eyebrow"><a href="${to('parties')}">${words.parties.title}</a></p>
<h1>${name}</h1>${told(visit, found.state, c.req.query('done'))}
<p>${found.state === 'suspended' ? none : html`${standingMark(visit, found.state)} `}${isNow(visit, runningOf(found, now))}</p>
${name === id ? none : html`<p class="quiet small">${words.party.called} <code>${id}</code></p>`}
${engagements(visit, found, now)}
${keys(visit, found)}
${standing(visit, found)}
<h2>${words.party.handed}</h2>${handed(visit, has)}
<h2>${words.party.duties}</h2>${found.duties.length === 0 ? empty(words.party.dutiesNone) : dutiesOf(visit, found.duties, 'party')}
<h2>${words.party.violations}</h2>${violations(visit, against)}
<h2 id="deeds">${words.deeds.title}</h2>${deedsDone(visit, deeds, doers, { ofParty: true })}`;
    return c.html(consolePage(visit, name, main));
  };

/** The party that a page is about, by its name in the records. */
export const partyNamed = (c: Seen): PartyId => asPartyId(c.req.query('party'));

/** Whether a party was ever heard of: to what is done to one by a slip of the hand nothing is done. */
export const isKnown = async (avow: AnyAvow, party: PartyId): Promise<boolean> =>
  (await avow.parties.get(party)) !== undefined;

/** That it is suspended, in one place whether that was done just now or long ago; else what was done just now. */
function told(visit: Visit, state: Party<Words>['state'], what: string | undefined): Markup {
  const isNew = what === 'suspended';
  // An address that is read again later may speak of what is no longer so.
  if (state !== 'suspended') return isNew ? none : done(visit, what);
  return html`${isNew ? none : done(visit, what)}<p class="verdict verdict-failed"${isNew ? html` role="status"` : none}><strong>${visit.words.party.suspended}</strong></p>`;
}

/** What was done just now, if the address says so in a word that is one of these. */
function done({ words }: Visit, what: string | undefined): Markup {
  const said: Readonly<Record<string, string>> = words.party.done;
  if (what === undefined || !Object.hasOwn(said, what)) return none;
  return html`<p class="done" role="status">${said[what]}</p>`;
}

/** Whether it may get anything at all, where it is told, and the ways to change either. */
function standing(visit: Visit, { party, state, notify }: Party<Words>): Markup {
  const { words, to } = visit;
  const deed = state === 'active' ? 'suspend' : 'reinstate';
  return html`<h2>${words.party.standing}</h2>
<dl class="terms"><dt>${words.party.state}</dt><dd>${standingMark(visit, state)}${
    visit.may(deed)
      ? html` <a class="act" href="${to(deed, { party })}">${words.party[deed]}</a>`
      : none
  }</dd>
<dt>${words.party.notify}</dt><dd>${notify === undefined ? words.party.nowhere : html`<code>${notify}</code>`}${
    visit.may('notify')
      ? html` <a class="act" href="${to('notify', { party })}">${words.party.change}</a>`
      : none
  }</dd></dl>`;
}
