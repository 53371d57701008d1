import type { Handed } from '@avow/partner';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { common, forgetAt, missing } from '../look/answers.ts';
import { front } from '../look/front.ts';
import { page } from '../look/page.ts';
import { refusal, short, values } from '../look/parts.ts';
import { moment, type Visit, visitOf } from '../look/visit.ts';
import type { Place } from '../process/run.ts';
import { tellPaid } from './slip.ts';
import { saidIn } from './words.ts';

/** The payment service: a page to pay at, and a desk that shows what it was handed and what it asked. */
export function payment(place: Place): Hono {
  const { partner, book, platform } = place;
  const app = new Hono();
  common(app, (c) => saidIn(visitOf(c).language).name);

  app.get('/', front(book, saidIn, row));

  // Whoever was led here by the market. To look at it opens nothing.
  app.get('/pay/:disclosure', async (c) => {
    const visit = visitOf(c);
    const said = saidIn(visit.language);
    const handed = await book.find(c.req.param('disclosure'));
    const amount = amountIn(c.req.query('amount'));
    if (handed?.order === undefined || amount === undefined) return missing(c, said.name);
    if (book.isSettled(handed)) return settled(c, visit, handed.order);
    const main = html`<p>${said.payLead}</p><p><strong>${said.amount(price(amount, visit))}</strong></p>
<form method="post" action="${visit.to(`/pay/${handed.disclosure}`)}"><input type="hidden" name="amount" value="${amount}"><button>${said.pay(price(amount, visit))}</button></form>
<p><a href="${backTo(platform, handed.order, visit)}">${said.back}</a></p>`;
    return page(c, visit, { name: said.name, title: said.payTitle(short(handed.order)), main });
  });

  app.post('/pay/:disclosure', async (c) => {
    const visit = visitOf(c);
    const said = saidIn(visit.language);
    const handed = await book.find(c.req.param('disclosure'));
    const amount = amountIn((await c.req.parseBody())['amount']);
    if (handed?.order === undefined || amount === undefined) return missing(c, said.name);
    // Sent again, by a page that was loaded anew: nobody pays twice.
    if (book.isSettled(handed)) return settled(c, visit, handed.order);
    return pay(c, visit, handed, { order: handed.order, amount });
  });

  /** Opens for whom the receipt is, and only then charges: what is refused costs nothing. */
  async function pay(
    c: Context,
    visit: Visit,
    handed: Handed,
    what: { readonly order: string; readonly amount: number },
  ): Promise<Response> {
    const said = saidIn(visit.language);
    const decided = book.note(
      handed,
      'open',
      await partner.open(handed, { language: visit.language }),
    );
    const isTaken = decided.permitted && (await tellPaid(what, place));
    if (isTaken) {
      book.settle(handed);
      forgetAt(c, decided);
    }
    const back = wayBack(what.order, visit);
    const title = isTaken ? said.paid : said.payTitle(short(what.order));
    return page(c, visit, { name: said.name, title, main: html`${told()}${back}` });

    function told() {
      if (!decided.permitted) return refusal(decided, visit, said.refused);
      if (!isTaken) return html`<p>${said.unsure}</p>`;
      return html`<p><strong>${said.amount(price(what.amount, visit))}</strong></p><p>${said.receiptFor}</p>${values(decided.value, visit)}`;
    }
  }

  function settled(c: Context, visit: Visit, order: string): Response | Promise<Response> {
    const said = saidIn(visit.language);
    const main = html`<p>${said.already}</p>${wayBack(order, visit)}`;
    return page(c, visit, { name: said.name, title: said.paid, main });
  }

  function wayBack(order: string, visit: Visit) {
    return html`<p><a class="button plain" href="${backTo(platform, order, visit)}">${saidIn(visit.language).back}</a></p>`;
  }
  return app;
}

const row = ({ order, at }: Handed, visit: Visit) =>
  html`<li><div><strong>${saidIn(visit.language).payment(short(order))}</strong><br><span class="quiet">${visit.words.handedAt} ${moment(at, visit)}</span></div></li>`;

/** In fen: what the market asks. That it is the price is checked there, by what we sign. */
function amountIn(given: unknown): number | undefined {
  return typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}

const backTo = (platform: string, order: string, { language }: Visit) =>
  `${platform}/orders/${encodeURIComponent(order)}?lang=${language}`;

const price = (amount: number, { language }: Visit) =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  }).format(amount / 100);
