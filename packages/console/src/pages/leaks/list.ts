import type { Words } from '@avow/policy';
import { empty, html, type Markup, moment, table } from '@avow/server/look';
import type { Leak } from 'avow';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Console, Visit } from '../../web/visit.ts';

/** Closed leaks that a page shows. */
const most = 50;

/** What people reported as leaked: to be looked into, contained, closed. */
export const leaks =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { leaks: said } = visit.words;
    const [open, contained, closed] = await Promise.all(
      (['open', 'contained', 'closed'] as const).map((state) =>
        avow.leaks.list({ state, limit: 1_000 }),
      ),
    );
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
<h2>${said.waiting}</h2>${listed(visit, 'waiting', open ?? [])}
<h2>${said.contained}</h2>${listed(visit, 'contained', contained ?? [])}
<h2>${said.closed}</h2>${listed(visit, 'closed', (closed ?? []).toReversed().slice(0, most))}`;
    return c.html(consolePage(visit, said.title, main));
  };

type ListName = keyof Visit['words']['leaks']['none'];

/** What is in one of the lists, or that nothing is. */
function listed(visit: Visit, name: ListName, found: readonly Leak<Words>[]): Markup {
  const { words, language, to } = visit;
  const { leaks: said } = words;
  if (found.length === 0) return empty(said.none[name]);
  return table({
    caption: said[name],
    head: [said.leak, said.what, said.account],
    rows: found.map(({ leak, reported, categories, frozen }) => [
      html`<a href="${to('leak', { leak })}">${moment(reported, language)}</a>`,
      begun(policyWords(visit).categories(categories)),
      frozen !== undefined && frozen.opened === undefined ? said.frozen : said.open,
    ]),
  });
}
