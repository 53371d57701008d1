import { sentencesOf } from '@avow/policy';
import { type FlowEnd, flowFigure, type PicturedFlow } from '@avow/server/flows';
import { empty, html, type Markup, none, table, tabs } from '@avow/server/look';
import type { HistoryPage } from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { answered, cited, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { begun } from './correct.ts';
import { query } from './filter.ts';

/** How many lines of the history are counted: as many as one look shows. */
const most = 1_000;

type Extent = 'outside' | 'all';

/**
 * Where the reader's own information went: which of it, under which sentence, to whom, how often. To count is
 * to look at their history, so it is decided and recorded as that look; each part leads to those lines of it.
 */
export const flows = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { flows: said, held } = visit.words;
    const extent: Extent = c.req.query('of') === 'all' ? 'all' : 'outside';
    const decided = await centre.avow.history({
      person,
      limit: most,
      ...(extent === 'outside' && { only: { kind: 'disclosure' } as const }),
    });
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>${extents(visit, extent)}
${decided.permitted ? went(visit, decided.value, extent) : none}
${answered(visit, decided, { title: decided.permitted ? held.shownYou : held.refused })}`;
    return c.html(centrePage(visit, said.title, main));
  }, stranger);

function extents({ words, to }: Visit, shown: Extent): Markup {
  const { flows: said } = words;
  return tabs(said.which, [
    { href: to('/flows'), label: said.outside, current: shown === 'outside' },
    { href: to('/flows?of=all'), label: said.all, current: shown === 'all' },
  ]);
}

function went(visit: Visit, { happened, next }: HistoryPage, extent: Extent): Markup {
  const { words, language } = visit;
  const { flows: said } = words;
  const found = flowsIn(visit, happened);
  if (found.length === 0) return empty(extent === 'outside' ? said.noneOutside : said.none);
  const counted = happened.length.toLocaleString(language);
  return html`${drawn(visit, found, extent)}${next === undefined ? none : html`<p class="quiet small">${said.since(counted)}</p>`}${listed(visit, found, extent)}`;
}

/** What each sentence permitted about the reader, in the order of the policy. */
function flowsIn({ centre }: Visit, happened: HistoryPage['happened']): readonly PicturedFlow[] {
  const order = sentencesOf(centre.avow.policy.current().policy).map(({ id }) => `${id}`);
  const permitted = happened.flatMap(({ what }) =>
    what.kind === 'decision' && what.permitted && what.categories.length > 0 ? [what] : [],
  );
  return [...Map.groupBy(permitted, ({ sentence }) => sentence)]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([sentence, all]) => ({
      sentence,
      permitted: all.length,
      from: ends(all.flatMap(({ categories }) => [...new Set(categories.map(branchOf))])),
      to: ends(all.map(({ recipient }) => recipient)),
    }));
}

const branchOf = (category: string): string => category.split('.', 1)[0] ?? category;

const ends = (names: readonly string[]): readonly FlowEnd[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, times: all.length }));

/** The lines of the history that a part of the picture was counted from. */
function lines({ to }: Visit, only: Parameters<typeof query>[0]['only'], extent: Extent): string {
  const narrowed = extent === 'outside' ? { kind: 'disclosure' as const, ...only } : only;
  return to(`/history${query({ only: narrowed, own: extent === 'all' })}`);
}

function drawn(visit: Visit, found: readonly PicturedFlow[], extent: Extent): Markup {
  const { words, language } = visit;
  const { flows: said } = words;
  const spoken = policyWords(visit);
  return flowFigure(found, {
    title: said.picture,
    description: said.how,
    rows: said.rows,
    branch: (name) => begun(spoken.category(name)),
    recipient: (name) => begun(spoken.recipient(name)),
    times: (count) => said.times(count.toLocaleString(language)),
    quiet: () => '',
    href: (part) => lines(visit, part, extent),
  });
}

function listed(visit: Visit, found: readonly PicturedFlow[], extent: Extent): Markup {
  const { words, language } = visit;
  const { flows: said, openings } = words;
  const spoken = policyWords(visit);
  const number = (count: number) => count.toLocaleString(language);
  const ways = (
    { sentence }: PicturedFlow,
    as: 'category' | 'recipient',
    all: readonly FlowEnd[],
    label: (name: string) => string,
  ) =>
    html`${all.map(({ name, times }, at) => html`${at === 0 ? none : openings.comma}<a href="${lines(visit, { sentence, [as]: name }, extent)}">${at === 0 ? begun(label(name)) : label(name)}</a>${said.often(number(times))}`)}`;
  return table({
    caption: said.table,
    head: [said.sentence, said.information, said.recipients, { label: said.count, figures: true }],
    rows: found.map((flow) => [
      cited(visit, flow.sentence),
      ways(flow, 'category', flow.from, spoken.category),
      ways(flow, 'recipient', flow.to, spoken.recipient),
      html`<a href="${lines(visit, { sentence: flow.sentence }, extent)}">${number(flow.permitted)}</a>`,
    ]),
  });
}
