import { empty, html, type Markup, moment, table } from '@avow/server/look';
import type { RegisterEntry } from 'avow';
import type { Market } from '../market.ts';
import { activities as all } from '../shop/activities.ts';
import { registersOf } from '../shop/reviewing.ts';
import { known } from '../web/login.ts';
import { ownPath } from '../web/own.ts';
import { marketPage } from '../web/page.ts';
import { answered } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { type Language, wordsIn } from '../words/index.ts';
import { textsIn } from './thing.ts';

/** What the registers hold of the reader: outside the policy, and theirs to see (6.c, 6.d). */
export const registers = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const decided = await registersOf(market, person);
    c.header('Cache-Control', 'no-store');
    const main = html`<h1>${words.registers.title}</h1><p class="lead">${words.registers.lead}</p>
${decided.permitted ? shown(market, visit, decided.value.entries) : ''}
${answered(market, visit, decided, { title: decided.permitted ? words.registers.shown : words.answer.refused })}`;
    return c.html(marketPage(visit, words.registers.title, main));
  });

function shown(market: Market, visit: Visit, entries: readonly RegisterEntry[]): Markup {
  const { registers } = visit.words;
  if (entries.length === 0) return empty(registers.nothing);
  return table({
    caption: registers.link,
    head: [registers.what, registers.said, registers.when],
    rows: entries.map((entry) => [
      registers.kinds[entry.register],
      said(market, visit, entry),
      moment(whenOf(entry), visit.language),
    ]),
  });
}

function whenOf(entry: RegisterEntry): number {
  if (entry.register === 'order') return entry.opened;
  return entry.register === 'violation' ? entry.happened : entry.at;
}

function said(market: Market, visit: Visit, entry: RegisterEntry): Markup {
  const { words } = visit;
  switch (entry.register) {
    case 'activity':
      return html`${noted(visit.language, entry.activity) ?? entry.activity}`;
    case 'order':
      return html`${thing(market, visit, entry.order)} · ${words.registers.states[entry.state]}`;
    case 'evaluation':
      return html`${thing(market, visit, entry.order, '/review')} · ${words.review.stars(entry.rating)}<br>${entry.text}`;
    case 'violation':
      return html`${noted(visit.language, entry.rule) ?? entry.rule} · ${words.registers.states[entry.state]}<br>${entry.reason}<br><a href="${visit.to(`${ownPath}/safety`)}">${words.registers.appeal}</a>`;
    case 'measure':
      return html`${noted(visit.language, entry.what) ?? entry.what}`;
    default:
      return entry satisfies never;
  }
}

/** What an activity, a rule or a measure is called here. */
export function noted(language: Language, name: string): string | undefined {
  const { registers, activities } = wordsIn(language);
  const activity = all.find(({ id }) => id === name);
  return activity === undefined ? registers.noted[name] : activities[activity.id].name;
}

/** The thing that an order was about, linked to the order or to the reader's review of it. */
function thing(market: Market, { language, to }: Visit, order: string, page = ''): Markup {
  const purchase = market.purchases.get(order);
  const listing = purchase && market.listings.get(purchase.listing);
  const name = listing === undefined ? order : textsIn(listing, language).title;
  return html`<a href="${to(`/orders/${order}${page}`)}">${name}</a>`;
}
