import { faults, field, html, type Markup } from '@avow/server/look';
import { isAvowFault } from 'avow';
import type { Market } from '../market.ts';
import { hasReviewed, isOver, publishReview } from '../shop/reviewing.ts';
import { faultPage } from '../web/fault.ts';
import { type Form, readForm } from '../web/form.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import { warnScript } from '../web/scripts.ts';
import type { Asked } from '../web/visit.ts';
import { ofOrder, type Seen } from './order.ts';
import { asAnswer, isWarned, type Sending, warningPage, watched } from './warning.ts';

const fields = ['rating', 'opinion', 'answer'] as const;
type Filled = Form<(typeof fields)[number]>;

/** The form for reviewing the other side of an order that is over. */
export const review = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    if (!isOver(seen.order)) return faultPage(c, 'notFound');
    return show(c, seen, await page(seen));
  });

/** Publishes a review under the reader's handle, once they know what they are giving away. */
export const reviewing = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    const { visit, person, purchase } = seen;
    if (!isOver(seen.order)) return faultPage(c, 'bad');
    const filled = await readForm(c, fields);
    const { opinion: text } = filled;
    const rating = /^[1-5]$/.test(filled.rating) ? Number(filled.rating) : undefined;
    if (rating === undefined || text.length < 2 || text.length > 1_000) {
      return show(c, seen, await page(seen, filled, visit.words.review.need), 422);
    }
    const answer = asAnswer(filled.answer);
    if (answer === 'change') return show(c, seen, await page(seen, filled));
    const title = visit.words.review.title(seen.other);
    const texts: Sending[] = [{ field: 'opinion', label: visit.words.review.text, text }];
    if (answer !== 'send' && isWarned(market, texts)) {
      return warningPage(c, market, { title, texts, filled });
    }
    await publishReview(market, purchase, person, { rating, text });
    return c.redirect(visit.to(`/orders/${purchase.id}/review`), 303);
  });

/** Takes it back: it is deleted. */
export const withdrawing = (market: Market) =>
  ofOrder(market, async (c, { visit, person, purchase: { id: order } }) => {
    await market.avow.registers.evaluations
      .withdraw({ order, by: person })
      .catch((fault: unknown) => {
        if (!isAvowFault(fault, 'AVOW_NOT_FOUND')) throw fault;
      });
    return c.redirect(visit.to(`/orders/${order}/review`), 303);
  });

function show(c: Asked, { visit, other }: Seen, main: Markup, status: 200 | 422 = 200) {
  c.header('Cache-Control', 'no-store');
  return c.html(marketPage(visit, visit.words.review.title(other), main, [warnScript]), status);
}

async function page(seen: Seen, filled?: Filled, error?: string): Promise<Markup> {
  const { market, visit, person, purchase, other } = seen;
  const { words, language } = visit;
  const way = html`<a class="button button-plain" href="${visit.to(`/orders/${purchase.id}`)}">${words.order.back}</a>`;
  const head = html`<h1>${words.review.title(other)}</h1>`;
  if (await hasReviewed(market, purchase, person)) {
    return html`${head}<p class="lead">${words.review.done}</p>
<div class="actions">${way}<form method="post" action="/orders/${purchase.id}/review/withdraw"><button class="button button-plain">${words.review.withdraw}</button></form></div>`;
  }
  const named = error === undefined ? [] : [{ name: 'opinion', error }];
  return html`${head}<p class="lead">${words.review.lead}</p>${citing(market, visit, '6.c.1')}
${faults(language, named)}
<form method="post" action="${visit.to(visit.path)}" novalidate>
${ratings(words.review, filled?.rating)}
${watched(visit, field({ name: 'opinion', label: words.review.text, value: filled?.opinion, error, lines: 4, limit: 1000, required: true }))}
<div class="actions"><button class="button">${words.review.send}</button>${way}</div></form>`;
}

const ratings = (
  { rating, words }: Seen['visit']['words']['review'],
  chosen: string | undefined,
): Markup =>
  html`<fieldset class="ratings"><legend>${rating}</legend>${words.map((word, at) => {
    const value = String(at + 1);
    return html`<label><input type="radio" name="rating" value="${value}"${value === chosen ? html` checked` : ''}> ${value} <span class="quiet">${word}</span></label>`;
  })}</fieldset>`;
