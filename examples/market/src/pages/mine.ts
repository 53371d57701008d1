import { html, type Markup, moment, table } from '@avow/server/look';
import type { Market } from '../market.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { answered, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import type { Words } from '../words/index.ts';
import { handleOf, partyName } from './people.ts';

const rooms = [
  ['/mine', 'held'],
  ['/mine/history', 'history'],
  ['/mine/choices', 'choices'],
  ['/mine/messages', 'messages'],
  ['/mine/take', 'take'],
  ['/mine/leave', 'leave'],
] as const satisfies readonly (readonly [string, keyof Words['mine']])[];

/** A page about the reader's own data: its title under the ways through all of them. */
export function minePage(visit: Visit, title: string, main: Markup): Markup {
  const { words, to, path } = visit;
  const way = ([href, name]: (typeof rooms)[number]) =>
    html`<li><a href="${to(href)}"${href === path ? html` aria-current="page"` : ''}>${words.mine[name]}</a></li>`;
  return marketPage(
    visit,
    title,
    html`<nav class="tabs" aria-label="${words.mine.title}"><ul>${rooms.map(way)}</ul></nav>${main}`,
  );
}

/** Everything held of the reader: what, where from, since when, until when. */
export const mine = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const decided = await market.avow.export({ person });
    c.header('Cache-Control', 'no-store');
    const main = html`<h1>${words.mine.title}</h1>
<p class="lead">${words.mine.lead(handleOf(market, visit, person))}</p>
${decided.permitted ? held(market, visit, decided.value.held) : ''}
${decided.permitted ? html`<p><a class="button button-plain" href="${to('/mine/correct')}">${words.mine.correct}</a></p>` : ''}
${answered(market, visit, decided, { title: decided.permitted ? words.mine.shownYou : words.answer.refused })}
<p><a href="${to('/registers')}">${words.registers.link}</a></p>
<p class="quiet small">${words.mine.pseudonym}: <code data-person>${person}</code></p>`;
    return c.html(minePage(visit, words.mine.title, main));
  });

interface HeldValue {
  readonly category: string;
  readonly value: string;
  readonly source: string;
  readonly collected: number;
  readonly expires: number | undefined;
}

function held(market: Market, visit: Visit, values: readonly HeldValue[]): Markup {
  const { words, language } = visit;
  const { mine } = words;
  if (values.length === 0) return html`<p>${mine.nothing}</p>`;
  const spoken = policyWords(market, visit);
  return table({
    caption: mine.held,
    head: [mine.what, mine.value, mine.from, mine.since, mine.until],
    rows: values.map(({ category, value, source, collected, expires }) => [
      spoken.category(category),
      value,
      from(visit, source),
      moment(collected, language),
      expires === undefined ? spoken.retention(category) : moment(expires, language),
    ]),
  });
}

function from(visit: Visit, source: string): string {
  if (source === 'person') return visit.words.mine.fromPerson;
  if (source === 'device') return visit.words.mine.fromDevice;
  return partyName(visit, source);
}
