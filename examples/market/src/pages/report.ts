import { faults, field, html, type Markup } from '@avow/server/look';
import { isAvowFault, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import { codeOf } from '../shop/code.ts';
import { newMark } from '../shop/conversation.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';
import { ofOrder } from './order.ts';
import { handleOf } from './people.ts';

/** As many characters as a report has at most. */
const longest = 4_000;

/** Whom a report is about, and the page that it was begun from. */
interface About {
  readonly who: PersonId;
  readonly from: string;
}

type Finds = (
  market: Market,
  handle: (c: Asked, by: PersonId, about: About) => Response | Promise<Response>,
) => (c: Asked) => Response | Promise<Response>;

/** The seller of a thing, for anybody else who is logged in. */
const seller: Finds = (market, handle) =>
  known((c, person) => {
    const listing = market.listings.get(c.req.param('id') ?? '');
    if (listing === undefined || listing.seller === person) return faultPage(c, 'notFound');
    return handle(c, person, { who: listing.seller, from: `/goods/${listing.id}/seller` });
  });

/** The other side of an order, for its own. */
const otherSide: Finds = (market, handle) =>
  ofOrder(market, (c, { person, purchase: { id, buyer, seller } }) =>
    handle(c, person, {
      who: person === buyer ? seller : buyer,
      from: `/orders/${id}/messages`,
    }),
  );

/** Where somebody says that another user gathers information of people (2.b). */
const asking = (finds: Finds) => (market: Market) =>
  finds(market, (c, _person, about) => show(market, c, about));

/** Takes the report: it waits in the console for somebody who looks into it. */
const reporting = (finds: Finds) => (market: Market) =>
  finds(market, async (c, by, about) => {
    const { report: said } = c.var.visit.words;
    const { said: text, once } = await readForm(c, ['said', 'once']);
    if (!/^[\w-]{8,64}$/.test(once)) return faultPage(c, 'bad');
    if (text === '' || text.length > longest) return show(market, c, about, text, said.need);
    try {
      await market.avow.harvesting.report({
        ...{ by, who: { user: about.who }, text },
        idempotencyKey: `report-${by}-${once}`,
      });
    } catch (fault) {
      const isMany = isAvowFault(fault, 'AVOW_TOO_MANY');
      if (!isMany && codeOf(fault) !== 'AVOW_IDEMPOTENCY_MISMATCH') throw fault;
      // Either way what was written stands in the form again, which is a new one.
      return show(market, c, about, text, isMany ? said.many : c.var.visit.words.fault.sentBefore);
    }
    return c.html(marketPage(c.var.visit, said.title, taken(c.var.visit, about)));
  });

export const reportSeller = asking(seller);
export const reportingSeller = reporting(seller);
export const reportOther = asking(otherSide);
export const reportingOther = reporting(otherSide);

function show(
  market: Market,
  c: Asked,
  { who, from }: About,
  value = '',
  error?: string,
): Response | Promise<Response> {
  const { visit } = c.var;
  const { words, language, to, path } = visit;
  const { report: said } = words;
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead(handleOf(market, visit, who))}</p>
${citing(market, visit, '2.b.1')}
${faults(language, error === undefined ? [] : [{ name: 'said', error }])}
<form method="post" action="${to(path)}" novalidate><input type="hidden" name="once" value="${newMark()}">
${field({ name: 'said', label: said.what, hint: said.hint, value, error, lines: 6, limit: longest, required: true })}
<div class="actions"><button class="button">${said.send}</button><a class="button button-plain" href="${to(from)}">${said.back}</a></div></form>`;
  return c.html(marketPage(visit, said.title, main), error === undefined ? 200 : 422);
}

const taken = ({ words: { report: said }, to }: Visit, { from }: About): Markup =>
  html`<h1>${said.title}</h1><p class="done" role="status">${said.done}</p><p>${said.next}</p>
<p><a class="button button-plain" href="${to(from)}">${said.back}</a></p>`;
