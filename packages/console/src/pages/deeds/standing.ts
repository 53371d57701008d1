import { html } from '@avow/server/look';
import { asPartyId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console } from '../../web/visit.ts';
import { isKnown, partyNamed } from '../party/page.ts';
import { partyDeedPage, partyWay } from './confirm.ts';
import { running } from './running.ts';

type Change = 'suspend' | 'reinstate';

const posted = { suspend: 'suspending', reinstate: 'reinstating' } as const;
const stateAfter = { suspend: 'suspended', reinstate: 'active' } as const;
const told = { suspend: 'suspended', reinstate: 'reinstated' } as const;

/** What it means that a party is suspended, or reinstated, before it is. */
export const standing =
  ({ avow }: Console, change: Change): Handle =>
  async (c) => {
    const { visit } = c.var;
    const party = partyNamed(c);
    if (!(await isKnown(avow, party))) return faultPage(c, 'notFound');
    const isGrave = change === 'suspend';
    const main = partyDeedPage(visit, {
      route: posted[change],
      party,
      isGrave,
      ...visit.words[change],
    });
    return c.html(consolePage(visit, visit.words[change].title, main));
  };

export const changingStanding =
  ({ avow }: Console, change: Change): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['party', 'once']);
    const party = asPartyId(form.party);
    if (!(await isKnown(avow, party))) return faultPage(c, 'notFound');
    const what = { party, by, ...keyOf(form) };
    const left = change === 'suspend' ? (await avow.parties.suspend(what)).running : [];
    if (change === 'reinstate') await avow.parties.reinstate(what);
    // A form that was done with long ago may come again, and somebody else may be at it as well.
    const now = await avow.parties.get(party);
    if (now?.state !== stateAfter[change]) return faultPage(c, 'changed');
    const { visit } = c.var;
    const done = visit.to('party', { party, done: told[change] });
    if (left.length === 0) return c.redirect(done, 303);
    // What still runs out is in this answer alone, so it is shown at once.
    const { words } = visit;
    const main = html`${partyWay(visit, party)}<h1>${words.party.done.suspended}</h1>
<h2>${words.end.running}</h2>${running(visit, left)}`;
    return c.html(consolePage(visit, words.suspend.title, main));
  };
