import type { Words } from '@avow/policy';
import { empty, html, type Markup } from '@avow/server/look';
import { asPartyId, type Engagement, type PartyId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { AnyAvow, Console, Visit } from '../../web/visit.ts';
import { dutiesOf } from '../duties.ts';
import { told } from '../party/engagements.ts';
import { partyNamed } from '../party/page.ts';
import { partyDeedPage, partyWay } from './confirm.ts';
import { running } from './running.ts';

/** Which engagement would end, and what would come of it. */
export const end =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words } = visit;
    const party = partyNamed(c);
    const found = await engagementNamed(avow, party, c.req.query('engagement'));
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.ended !== undefined) return faultPage(c, 'changed');
    const main = partyDeedPage(visit, {
      route: 'ending',
      party,
      title: words.end.title,
      lead: words.end.lead,
      about: html`${card(visit, found)}<p>${words.end.again}</p>`,
      fields: { engagement: found.engagement },
      button: words.end.button,
      isGrave: true,
    });
    return c.html(consolePage(visit, words.end.title, main));
  };

/** Ends it. What is still open is in the answer alone, so this page is the answer itself. */
export const ending =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const { words } = visit;
    const form = await readForm(c, ['party', 'engagement', 'once']);
    const party = asPartyId(form.party);
    const found = await engagementNamed(avow, party, form.engagement);
    if (found === undefined) return faultPage(c, 'notFound');
    const { engagement } = found;
    const ended = await avow.parties.end({ party, engagement, by, ...keyOf(form) });
    const duties = await avow.parties.duties(party);
    const owed = duties.filter((duty) => duty.engagement === engagement);
    const main = html`${partyWay(visit, party)}<h1>${words.end.done}</h1><p class="lead">${words.end.doneLead}</p>
${card(visit, ended)}
<h2>${words.end.running}</h2>${running(visit, ended.running)}
<h2>${words.end.owes}</h2>${owed.length === 0 ? empty(words.end.owesNone) : dutiesOf(visit, owed, 'party')}`;
    return c.html(consolePage(visit, words.end.done, main));
  };

async function engagementNamed(avow: AnyAvow, party: PartyId, named: string | undefined) {
  const list = await avow.parties.list(party);
  return list.find(({ engagement }) => engagement === named);
}

const card = (visit: Visit, each: Engagement<Words>): Markup =>
  html`<section class="card engagement"><h2>${begun(policyWords(visit).recipient(each.as))}</h2>${told(visit, each)}</section>`;
