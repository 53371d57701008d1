import { day, html, none, terms } from '@avow/server/look';
import { asPartyId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console } from '../../web/visit.ts';
import { partyNamed } from '../party/page.ts';
import { partyDeedPage } from './confirm.ts';

/** Which key would be revoked, and whether the party has another one for the same. */
export const revoke =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, language } = visit;
    const party = partyNamed(c);
    const live = (await avow.parties.keys(party)).filter(({ revoked }) => revoked === undefined);
    const found = live.find(({ kid }) => kid === c.req.query('kid'));
    if (found === undefined) return faultPage(c, 'notFound');
    const isLast = live.filter(({ use }) => use === found.use).length === 1;
    const main = partyDeedPage(visit, {
      route: 'revoking',
      party,
      title: words.revoke.title,
      lead: words.revoke.lead,
      about: html`${terms([
        [words.party.key, html`<code>${found.kid}</code>`],
        [words.party.use, words.party.uses[found.use]],
        [words.party.added, day(found.added, language)],
      ])}${isLast ? html`<p><strong>${words.revoke.last}</strong></p>` : none}`,
      fields: { kid: found.kid },
      button: words.revoke.button,
      isGrave: true,
    });
    return c.html(consolePage(visit, words.revoke.title, main));
  };

export const revoking =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['party', 'kid', 'once']);
    const party = asPartyId(form.party);
    await avow.parties.revokeKey({ party, kid: form.kid, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('party', { party, done: 'keyRevoked' }), 303);
  };
