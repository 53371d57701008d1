import { faults, field, html } from '@avow/server/look';
import { asPartyId, isAvowFault, type PartyId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen } from '../../web/visit.ts';
import { isKnown, partyNamed } from '../party/page.ts';
import { partyDeedPage } from './confirm.ts';

/** Where a party is told that something waits for it. */
export const notify =
  ({ avow }: Console): Handle =>
  async (c) => {
    const found = await avow.parties.get(partyNamed(c));
    return found === undefined
      ? faultPage(c, 'notFound')
      : notifyForm(c, found.party, found.notify ?? '');
  };

export const notifying =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['party', 'notify', 'once']);
    const party = asPartyId(form.party);
    if (!(await isKnown(avow, party))) return faultPage(c, 'notFound');
    try {
      const what = { party, notify: form.notify || undefined, by };
      await avow.parties.notifyAt({ ...what, ...keyOf(form) });
    } catch (fault) {
      if (!isAvowFault(fault, 'AVOW_INPUT') || fault.field !== 'notify') throw fault;
      return notifyForm(c, party, form.notify, c.var.visit.words.notify.wrong);
    }
    return c.redirect(c.var.visit.to('party', { party, done: 'notified' }), 303);
  };

function notifyForm(c: Seen, party: PartyId, value: string, error?: string) {
  const { visit } = c.var;
  const { notify: said } = visit.words;
  const main = partyDeedPage(visit, {
    route: 'notifying',
    party,
    title: said.title,
    lead: said.lead,
    inside: html`${faults(visit.language, error === undefined ? [] : [{ name: 'notify', error }])}
${field({ name: 'notify', label: said.field, hint: said.hint, error, value, limit: 500, autocomplete: 'off' })}`,
    button: said.button,
  });
  return c.html(consolePage(visit, said.title, main), error === undefined ? 200 : 422);
}
