import type { Words } from '@avow/policy';
import { html, type Markup, moment, none, terms } from '@avow/server/look';
import type { Approvable, Case, Delivered } from 'avow';
import { codeFor, wayTo } from '../../../portal/way.ts';
import { faultPage } from '../../../web/fault.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { answered, begun, policyWords } from '../../../web/policy.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { allowed } from '../allowed.ts';
import { caseNamed, caseWay } from '../case.ts';
import { caseDeedPage, doing } from '../deed.ts';
import { recipientOf } from '../list.ts';

/** What would be handed over to whom, by which way, and what the policy says to it now. */
export const deliver =
  (place: Console): Handle =>
  async (c, operator) => {
    const found = await caseNamed(c, place, operator, c.req.query('case'));
    if (found instanceof Response) return found;
    const approvable =
      found.to === undefined ? undefined : await place.avow.desk.cases.approvable(found.case);
    if (approvable === undefined) return faultPage(c, 'notFound');
    const { visit } = c.var;
    const { desk: said } = visit.words;
    const main = caseDeedPage(visit, found, {
      ...said.deliver,
      route: 'delivering',
      about: html`${await toWhom(visit, approvable)}${allowed(visit, approvable)}`,
    });
    return c.html(consolePage(visit, said.deliver.title, main));
  };

/**
 * Delivers: the policy decides at this moment. What a recipient without a key is sent is in this answer alone,
 * so the page is the answer itself.
 */
export const delivering = (place: Console): Handle =>
  doing(place, [], async ({ c, visit, found, step }) => {
    const decided = await place.avow.desk.cases.deliver(step);
    const { desk: said } = visit.words;
    const body = decided.permitted ? handed(visit, found, decided.value) : none;
    const title = decided.permitted ? said.handedOver : said.handedNothing;
    const main = html`${caseWay(visit, found.case)}<h1>${title}</h1>${answered(visit, decided, { title, body })}
<p><a class="button" href="${visit.to('case', { case: found.case })}">${said.backToCase}</a></p>`;
    return c.html(consolePage(visit, title, main));
  });

async function toWhom(visit: Visit, { case: about }: Approvable<Words>): Promise<Markup> {
  const { desk: said } = visit.words;
  const { to } = about;
  const party = to && 'party' in to ? await visit.place.avow.parties.get(to.party) : undefined;
  const hasKey = party?.keys.some(({ use, revoked }) => use === 'enc' && revoked === undefined);
  return terms([
    [said.recipient, recipientOf(visit, about)],
    [said.categories, begun(policyWords(visit).categories(about.categories))],
    [said.way, hasKey ? said.bySeal : said.byPortal],
  ]);
}

/** What the recipient gets: a seal waits for them by itself; a link and its code have to be handed on. */
function handed(visit: Visit, found: Case<Words>, value: Delivered<Words>): Markup {
  const { words, language, place } = visit;
  const { desk: said } = words;
  if (value.by === 'seal') {
    return html`<p>${said.sealed}</p>${terms([[said.disclosure, html`<code>${value.disclosure}</code>`]])}`;
  }
  const { ticket, redeemBy } = value;
  const isParty = found.to !== undefined && 'party' in found.to;
  const hasCode = isParty && place.portal !== undefined;
  return html`<p>${hasCode ? said.ticketLead : isParty ? said.ticketAlone : said.ticketForUser}</p>${terms(
    [
      [said.ticket, html`<code class="digest" data-link>${wayTo(place, ticket, found.to)}</code>`],
      ...(hasCode
        ? ([[said.code, html`<code data-code>${codeFor(place.avow, ticket)}</code>`]] as const)
        : []),
      [said.redeemBy, moment(redeemBy, language)],
    ],
  )}<p class="quiet">${said.shownOnce}</p>`;
}
