import { faults, html, type Markup, moment, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import { type Dispute, type Reason, reasons, type Wish, wishes } from '../shop/disputes.ts';
import { agree, openDispute, takeBack } from '../shop/disputing.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { marketPage } from '../web/page.ts';
import type { Visit } from '../web/visit.ts';
import { ofOrder, type Seen } from './order.ts';

/** The form by which a side of an order says what is wrong, and what it asks for. */
export const dispute = (market: Market) =>
  ofOrder(market, (c, seen) => {
    if (!mayOpen(seen)) return faultPage(c, 'bad');
    return c.html(formPage(seen));
  });

/** Opens the matter. */
export const disputing = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    if (!mayOpen(seen)) return faultPage(c, 'bad');
    const { reason, wish } = await readForm(c, ['reason', 'wish']);
    if (!isOne(reasons, reason) || !isOne(wishesOf(seen), wish)) {
      return c.html(formPage(seen, { reason, wish }), 422);
    }
    await openDispute(market, seen.purchase, { by: seen.person, reason, wish });
    return c.redirect(seen.visit.to(`/orders/${seen.purchase.id}#dispute`), 303);
  });

/** The other side agrees or sees it otherwise; whoever opened the matter takes it back. */
export const answering = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    const { answer } = await readForm(c, ['answer']);
    const found = market.disputes.current(seen.purchase.id);
    const isOwn = found?.by === seen.person;
    if (found === undefined || isOwn !== (answer === 'withdraw')) return faultPage(c, 'bad');
    if (answer === 'agree') await agree(market, seen.purchase, found);
    else if (answer === 'contest') market.disputes.contest(found.id);
    else if (answer === 'withdraw') await takeBack(market, seen.purchase, found);
    else return faultPage(c, 'bad');
    return c.redirect(seen.visit.to(`/orders/${seen.purchase.id}#dispute`), 303);
  });

const isOne = <W extends string>(words: readonly W[], said: string): said is W =>
  (words as readonly string[]).includes(said);

const mayOpen = ({ market, purchase, order }: Seen) =>
  order.state !== 'closed' && market.disputes.current(purchase.id) === undefined;

/** A buyer does not ask to be paid, nor a seller to have the thing sent. */
function wishesOf({ person, purchase }: Seen): readonly Wish[] {
  const others: readonly Wish[] = person === purchase.buyer ? ['payment'] : ['refund', 'again'];
  return wishes.filter((each) => !others.includes(each));
}

function formPage(seen: Seen, filled?: { readonly reason: string; readonly wish: string }): Markup {
  const { visit, purchase, other } = seen;
  const { words, language, to } = visit;
  const { dispute: said } = words;
  const wrong = filled && [
    ...(isOne(reasons, filled.reason) ? [] : [{ name: 'reason', error: said.needReason }]),
    ...(isOne(wishesOf(seen), filled.wish) ? [] : [{ name: 'wish', error: said.needWish }]),
  ];
  const back = to(`/orders/${purchase.id}`);
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead(other)}</p>
${wrong === undefined ? none : faults(language, wrong)}
<form method="post" action="/orders/${purchase.id}/dispute">
${choices('reason', said.reason, reasons, said.reasons, filled?.reason)}
${choices('wish', said.wish, wishesOf(seen), said.wishes, filled?.wish)}
<p class="quiet">${said.writing} <a href="${to(`/orders/${purchase.id}/messages`)}">${words.chat.title(other)}</a></p>
<div class="actions"><button class="button">${said.open}</button><a class="button button-plain" href="${back}">${words.order.back}</a></div>
</form>`;
  return marketPage(visit, said.title, main);
}

const choices = <W extends string>(
  name: string,
  legend: string,
  words: readonly W[],
  labels: Readonly<Record<W, string>>,
  chosen: string | undefined,
): Markup => html`<fieldset class="choices" id="${name}"><legend>${legend}</legend>
${words.map((word) => html`<label><input type="radio" name="${name}" value="${word}"${word === chosen ? html` checked` : none}> <span>${labels[word]}</span></label>`)}</fieldset>`;

/** What the order's page says of its matters, and what the reader can do about the one that goes on. */
export function disputePanel(seen: Seen): Markup {
  const { market, visit, purchase } = seen;
  const all = market.disputes.of(purchase.id);
  if (all.length === 0) return none;
  return html`<section id="dispute"><h2>${visit.words.dispute.heading}</h2>
${all.map((each) => html`<div class="card">${told(visit, each, whoOpened(seen, each))}${each.ended === null ? ways(seen, each) : none}</div>`)}</section>`;
}

const whoOpened = ({ visit, person, other }: Seen, { by }: Dispute): string =>
  by === person ? visit.words.order.by.you : visit.words.order.by.other(other);

/** What is wrong, what is asked for, who opened it, and how it stands: as both sides and the desk see it. */
export function told({ words, language }: Visit, each: Dispute, who: string): Markup {
  const { dispute: said } = words;
  const { contested, outcome, ended } = each;
  return html`<p><strong>${said.reasons[each.reason as Reason]}</strong> <span class="quiet small">${who} · ${moment(each.opened, language)}</span></p>
<p>${said.asked} ${said.wishes[each.wish]}</p>
${contested === null ? none : html`<p>${said.contested} <span class="quiet small">${moment(contested, language)}</span></p>`}
${outcome === null || ended === null ? html`<p class="quiet">${contested === null ? said.waiting : said.atTheDesk}</p>` : html`<p><strong>${said.outcomes[outcome]}</strong> <span class="quiet small">${moment(ended, language)}</span></p>`}`;
}

function ways({ visit, person, purchase }: Seen, { by, contested }: Dispute): Markup {
  const { dispute: said } = visit.words;
  const press = (answer: string, label: string, kind = 'button button-plain') =>
    html`<form method="post" action="/orders/${purchase.id}/dispute/answer"><button class="${kind}" name="answer" value="${answer}">${label}</button></form>`;
  const own = by === person;
  return html`<div class="actions">${own ? press('withdraw', said.withdraw) : press('agree', said.agree, 'button')}
${own || contested !== null ? none : press('contest', said.contest)}</div>`;
}
