import { flowFigure } from '@avow/server/flows';
import { empty, html, type Markup, none, table, tabs } from '@avow/server/look';
import type { FlowsTold } from 'avow';
import { type Extent, type Flow, flowsOf } from '../flows/flows.ts';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, cited, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { notWhole } from './flow/months.ts';

/** What flows where, under which sentence: as a picture, and the same as a table. */
export const flows = (): Handle => async (c) => {
  const { visit } = c.var;
  const { words, place } = visit;
  const { flows: said } = words;
  const extent: Extent = c.req.query('of') === 'all' ? 'all' : 'outside';
  const { policy } = place.avow.policy.current();
  const [tallies, told] = await Promise.all([place.avow.tallies(), place.avow.log.flows()]);
  const found = flowsOf(policy, tallies, extent, told.flows);
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>${extents(visit, extent)}
${found.length === 0 ? empty(said.none) : html`${drawn(visit, found, told, extent)}${listed(visit, found)}`}`;
  return c.html(consolePage(visit, said.title, main));
};

function extents({ words, to }: Visit, shown: Extent): Markup {
  const { flows: said } = words;
  const way = (extent: Extent, label: string) => ({
    href: to('flows', { of: extent === 'all' ? 'all' : undefined }),
    label,
    current: extent === shown,
  });
  return tabs(said.which, [way('outside', said.outside), way('all', said.all)]);
}

function drawn(visit: Visit, found: readonly Flow[], told: FlowsTold, extent: Extent): Markup {
  const { words, language, to } = visit;
  const { flows: said } = words;
  const spoken = policyWords(visit);
  const labels = {
    title: said.picture,
    description: said.how,
    rows: said.rows,
    branch: (name: string) => begun(spoken.category(name)),
    recipient: (name: string) => begun(spoken.recipient(name)),
    times: (count: number) => said.times(count.toLocaleString(language)),
    quiet: (count: number) => said.quiet(count),
    href: (part: Readonly<Record<string, string>>) => to('flow', part),
  };
  return html`${flowFigure(found, labels)}${told.isWhole ? none : notWhole(visit, told, to('flows', { of: extent === 'all' ? 'all' : undefined }))}`;
}

function listed(visit: Visit, found: readonly Flow[]): Markup {
  const { words, language, to } = visit;
  const { flows: said, listed } = words;
  const spoken = policyWords(visit);
  const ways = (
    sentence: string,
    as: 'category' | 'recipient',
    ends: Flow['from'],
    label: (name: string) => string,
  ) =>
    html`${ends.map(({ name, times }, at) => {
      const more = times === 0 ? none : said.often(times.toLocaleString(language));
      return html`${at === 0 ? none : listed.comma}<a href="${to('flow', { sentence, [as]: name })}">${at === 0 ? begun(label(name)) : label(name)}</a>${more}`;
    })}`;
  return table({
    caption: said.table,
    head: [
      said.sentence,
      said.information,
      said.recipients,
      said.actions,
      { label: said.permitted, figures: true },
      { label: said.refused, figures: true },
    ],
    rows: found.map(({ sentence, from, to: recipients, actions, permitted, refused }) => [
      cited(visit, sentence),
      ways(sentence, 'category', from, spoken.category),
      ways(sentence, 'recipient', recipients, spoken.recipient),
      begun(spoken.list(actions.map(spoken.action))),
      html`<a href="${to('flow', { sentence })}">${permitted.toLocaleString(language)}</a>`,
      refused.toLocaleString(language),
    ]),
  });
}
