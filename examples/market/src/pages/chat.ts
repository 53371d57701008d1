import type { MarketWords } from '@avow/policy-market';
import { empty, faults, field, html, type Markup, moment, none } from '@avow/server/look';
import type { Item } from 'avow';
import type { Market } from '../market.ts';
import { letToRead, lettingQuestion, newMark, own, theirs, write } from '../shop/conversation.ts';
import { faultPage } from '../web/fault.ts';
import { type Form, readForm } from '../web/form.ts';
import { marketPage } from '../web/page.ts';
import { answered } from '../web/policy.ts';
import { warnScript } from '../web/scripts.ts';
import { ofOrder, type Seen } from './order.ts';
import { asAnswer, isWarned, type Sending, warningPage, watched } from './warning.ts';

const fields = ['message', 'once', 'answer'] as const;
type Filled = Form<(typeof fields)[number]>;

const readerOf = ({ person, purchase: { buyer, seller } }: Seen) =>
  person === buyer ? seller : buyer;

/** What the two sides of an order wrote to each other. */
export const chat = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    c.header('Cache-Control', 'no-store');
    return c.html(marketPage(seen.visit, title(seen), await page(seen), [warnScript]));
  });

/** Keeps a message, once its author knows what they are giving away. */
export const chatting = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    const { visit, person, purchase } = seen;
    if (seen.order.state === 'closed') return faultPage(c, 'bad');
    c.header('Cache-Control', 'no-store');
    const filled = await readForm(c, fields);
    const { message: text, once } = filled;
    if (!/^[\w-]{8,64}$/.test(once)) return faultPage(c, 'bad');
    if (text === '' || text.length > 1_000) {
      const main = await page(seen, filled, visit.words.chat.need);
      return c.html(marketPage(visit, title(seen), main, [warnScript]), 422);
    }
    const answer = asAnswer(filled.answer);
    if (answer === 'change') {
      return c.html(marketPage(visit, title(seen), await page(seen, filled), [warnScript]));
    }
    const texts: Sending[] = [{ field: 'message', label: visit.words.chat.write, text }];
    if (answer !== 'send' && isWarned(market, texts)) {
      return warningPage(c, market, { title: title(seen), texts, filled });
    }
    const decided = await write(market, {
      ...{ order: purchase.id, author: person, reader: readerOf(seen) },
      ...{ text, once, language: visit.language },
    });
    if (decided === undefined || decided.permitted) return c.redirect(visit.to(visit.path), 303);
    const main = html`<h1>${title(seen)}</h1>${answered(market, visit, decided, { title: visit.words.answer.refused })}`;
    return c.html(marketPage(visit, title(seen), main), 403);
  });

/** The other side reads no longer what the reader wrote. */
export const shutting = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    const { person } = seen;
    const given = await letToRead(market, person, readerOf(seen));
    if (given) await market.avow.consents.withdraw({ person, consent: given.consent });
    return c.redirect(seen.visit.to(`/orders/${seen.purchase.id}/messages`), 303);
  });

const title = ({ visit, other }: Seen) => visit.words.chat.title(other);

async function page(seen: Seen, filled?: Filled, error?: string): Promise<Markup> {
  const { market, visit, person, purchase, other } = seen;
  const { words, language } = visit;
  const reader = readerOf(seen);
  const mine = await own(market, purchase.id, person);
  const other_ = await theirs(market, purchase.id, reader, person);
  const lines = [
    ...(mine.permitted ? mine.value.items.map((item) => ({ item, by: words.chat.you })) : []),
    ...(other_?.permitted ? other_.value.items.map((item) => ({ item, by: other })) : []),
  ].sort((a, b) => sent(a.item) - sent(b.item));
  const back = html`<p><a class="button button-plain" href="${visit.to(`/orders/${purchase.id}`)}">${words.order.back}</a></p>
<p class="small"><a href="${visit.to(`/orders/${purchase.id}/report`)}">${words.report.link}</a></p>`;
  return html`<h1>${title(seen)}</h1><p class="lead">${words.chat.lead(other)}</p>
${lines.length === 0 ? empty(words.chat.none) : none}
<ol class="messages">${lines.map(
    ({ item, by }) =>
      html`<li class="${by === other ? 'theirs' : 'mine'}"><p>${item.value}</p><p class="quiet small">${by} · ${moment(sent(item), language)}</p></li>`,
  )}</ol>
${seen.order.state === 'closed' ? html`<p>${words.chat.closed}</p>` : await form(seen, filled, error)}
${other_ === undefined ? none : answered(market, visit, other_, { title: other_.permitted ? words.chat.theirs(other) : words.chat.shut(other) })}
${back}`;
}

const sent = ({ terms }: Item<MarketWords>): number => Number(terms['at'] ?? 0);

async function form(
  { market, visit, person, purchase, other, ...rest }: Seen,
  filled: Filled | undefined,
  error: string | undefined,
): Promise<Markup> {
  const { words, language } = visit;
  const reader = readerOf({ market, visit, person, purchase, other, ...rest });
  const given = await letToRead(market, person, reader);
  return html`${faults(language, error === undefined ? [] : [{ name: 'message', error }])}
<form method="post" action="${visit.to(`/orders/${purchase.id}/messages`)}" novalidate>
<input type="hidden" name="once" value="${filled?.once ?? newMark()}">
${watched(visit, field({ name: 'message', label: words.chat.write, value: filled?.message, error, lines: 3, limit: 1000, required: true }))}
${given ? none : html`<p class="asked"><q>${lettingQuestion(market, reader, language)}</q></p><p class="quiet small">${words.chat.letting(other)}</p>`}
<div class="actions"><button class="button">${given ? words.chat.sendMore : words.chat.send}</button></div></form>
${given ? html`<p>${words.chat.allowed(other)}</p><form method="post" action="/orders/${purchase.id}/messages/shut"><button class="button button-plain">${words.chat.withdraw}</button></form>` : none}`;
}
