import { empty, html, type Markup, moment, none, table } from '@avow/server/look';
import type { FlowsTold, FlowTold } from 'avow';
import type { Visit } from '../../web/visit.ts';
import type { Narrowed } from './one.ts';

/** How often a flow was permitted and refused, month by month, newest first: each the way to its entries. */
export function months(visit: Visit, told: FlowsTold, narrowed: Narrowed): Markup {
  const { words, language, to } = visit;
  const { flow: said, flows } = words;
  const by = Map.groupBy(told.flows.filter(isOf(narrowed)), ({ month }) => month);
  const counted = [...by]
    .map(([month, all]) => ({
      month,
      permitted: sum(all, 'permitted'),
      refused: sum(all, 'refused'),
    }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  const more = told.isWhole ? none : notWhole(visit, told, to('flow', { ...narrowed }));
  if (counted.length === 0) return html`${empty(said.none)}${more}`;
  const most = Math.max(...counted.map(({ permitted, refused }) => permitted + refused));
  const named = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  } as const);
  return html`${table({
    caption: said.months,
    head: [
      said.month,
      { label: flows.permitted, figures: true },
      { label: flows.refused, figures: true },
      said.share,
    ],
    rows: counted.map(({ month, permitted, refused }) => [
      html`<a href="${to('flow', { ...narrowed, month })}">${named.format(Date.parse(`${month}-01T00:00Z`))}</a>`,
      permitted.toLocaleString(language),
      refused.toLocaleString(language),
      bar(permitted / most, refused / most),
    ]),
  })}<p class="small quiet">${said.monthsHow}</p>${more}`;
}

/** Until where it has been counted; the same page goes on with what is older. */
export function notWhole({ words, language }: Visit, { since }: FlowsTold, here: string): Markup {
  const { flow: said } = words;
  const from =
    since === undefined ? none : html`${said.since} ${moment(Date.parse(since), language)} `;
  return html`<p class="small">${from}<a href="${here}">${said.goOn}</a></p>`;
}

const isOf =
  ({ category, sentence, recipient }: Narrowed) =>
  (flow: FlowTold): boolean =>
    (sentence === undefined || flow.sentence === sentence) &&
    (recipient === undefined || flow.recipient === recipient) &&
    (category === undefined || `${flow.category}.`.startsWith(`${category}.`));

const sum = (all: readonly FlowTold[], of: 'permitted' | 'refused'): number =>
  all.reduce((total, flow) => total + flow[of], 0);

const width = 100;

/** The two numbers once more, for the eye: against the busiest month. */
function bar(permitted: number, refused: number): Markup {
  const [yes, no] = [permitted * width, refused * width].map((each) => each.toFixed(1));
  return html`<svg class="shares" viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" width="${yes}" height="10"/><rect class="share-broken" x="${yes}" y="0" width="${no}" height="10"/></svg>`;
}
