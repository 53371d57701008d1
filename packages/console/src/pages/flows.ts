import { empty, html, type Markup, table, tabs } from '@avow/server/look';
import { type Extent, type Flow, flowsOf } from '../flows/flows.ts';
import { picture } from '../flows/picture.ts';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, cited, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';

/** What flows where, under which sentence: as a picture, and the same as a table. */
export const flows = (): Handle => async (c) => {
  const { visit } = c.var;
  const { words, place } = visit;
  const { flows: said } = words;
  const extent: Extent = c.req.query('of') === 'all' ? 'all' : 'outside';
  const { policy } = place.avow.policy.current();
  const found = flowsOf(policy, await place.avow.tallies(), extent);
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>${extents(visit, extent)}
${found.length === 0 ? empty(said.none) : html`${drawn(visit, found)}${listed(visit, found)}`}`;
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

/** On a phone the picture keeps its size, and is moved sideways within its frame. */
function drawn(visit: Visit, found: readonly Flow[]): Markup {
  const { words, language } = visit;
  const { flows: said } = words;
  const spoken = policyWords(visit);
  const labels = {
    title: said.picture,
    description: said.how,
    branch: (name: string) => begun(spoken.category(name)),
    recipient: (name: string) => begun(spoken.recipient(name)),
    times: (count: number) => said.times(count.toLocaleString(language)),
  };
  return html`<figure class="picture"><div class="picture-frame" tabindex="0" role="group" aria-label="${said.picture}">${picture(found, labels)}</div>
<figcaption class="small quiet">${said.how}</figcaption></figure>`;
}

function listed(visit: Visit, found: readonly Flow[]): Markup {
  const { words, language } = visit;
  const { flows: said } = words;
  const spoken = policyWords(visit);
  const list = (names: readonly string[], label: (name: string) => string) =>
    begun(spoken.list(names.map(label)));
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
    rows: found.map((flow) => [
      cited(visit, flow.sentence),
      list(flow.branches, spoken.category),
      list(flow.recipients, spoken.recipient),
      list(flow.actions, spoken.action),
      flow.permitted.toLocaleString(language),
      flow.refused.toLocaleString(language),
    ]),
  });
}
