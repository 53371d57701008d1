import { faults, field, html, type Markup, moment, none } from '@avow/server/look';
import type { Decided, ErasureReceipt } from 'avow';
import { leave as leaveMarket } from '../accounts/leave.ts';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { endSession, known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { answered, citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

/** What erasing does, what stays, and the password once more. */
export const leave = (market: Market) =>
  known((c) =>
    c.html(minePage(c.var.visit, c.var.visit.words.leave.title, leavePage(market, c.var.visit))),
  );

/** Erases the reader, and hands them the receipt: the last page that knows them. */
export const leaving = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const { password } = await readForm(c, ['password']);
    const who = { cookie: c.req.header('cookie'), password, caller: c.env?.caller };
    const { outcome, ...told } = await market.people.proves(who);
    if ('seconds' in told) {
      c.header('Retry-After', String(told.seconds));
      return faultPage(c, 'often');
    }
    if (outcome !== 'proven') {
      const main = leavePage(market, visit, words.leave.wrong);
      return c.html(minePage(visit, words.leave.title, main), 422);
    }
    const decided = await leaveMarket(market, person);
    if (decided.permitted) await endSession(c, market);
    const title = decided.permitted ? words.leave.done : words.leave.refused;
    c.header('Cache-Control', 'no-store');
    return c.html(marketPage(c.var.visit, title, done(market, visit, decided)));
  });

function leavePage(market: Market, visit: Visit, error?: string): Markup {
  const { words, language } = visit;
  return html`<h1>${words.leave.title}</h1><p class="lead">${words.leave.lead}</p>
${citing(market, visit, 'S.4.1')}
<h2>${words.leave.stays}</h2><ul><li>${words.leave.staysLog}</li><li>${words.leave.staysShop}</li></ul>
${citing(market, visit, 'S.4.2')}
${error === undefined ? none : faults(language, [{ name: 'password', error }])}
<form method="post" action="/mine/leave">
${field({ name: 'password', label: words.leave.password, type: 'password', error, autocomplete: 'current-password', limit: 128, required: true })}
<div class="actions"><button class="button button-grave">${words.leave.button}</button></div></form>`;
}

function done(market: Market, visit: Visit, decided: Decided<ErasureReceipt>): Markup {
  const { words, language } = visit;
  const { leave } = words;
  if (!decided.permitted) {
    return html`<h1>${leave.refused}</h1>${answered(market, visit, decided, {})}`;
  }
  const { recoverableUntil, held, isSwept, receipt } = decided.value;
  const until =
    recoverableUntil && html`<p>${leave.until} ${moment(recoverableUntil, language)}.</p>`;
  const body = html`${until ?? none}${held === undefined ? none : html`<p>${leave.held}</p>`}
${isSwept ? none : html`<p>${leave.sweeping}</p>`}`;
  return html`<h1>${leave.done}</h1><p class="lead">${leave.doneBody}</p>
${answered(market, visit, decided, { title: leave.done, body })}
<h2>${leave.receipt}</h2><p>${words.history.receiptLead}</p>
<pre class="receipt" tabindex="0">${JSON.stringify(receipt, null, 2)}</pre>`;
}
