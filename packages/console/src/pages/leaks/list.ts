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
<h2>${said.waiting}</h2>${listed(visit, said.waiting, open ?? [])}
<h2>${said.contained}</h2>${listed(visit, said.contained, contained ?? [])}
<h2>${said.closed}</h2>${listed(visit, said.closed, (closed ?? []).toReversed().slice(0, most))}`;
    return c.html(consolePage(visit, said.title, main));
  };

function listed(visit: Visit, caption: string, found: readonly Leak<Words>[]): Markup {
  const { words, language, to } = visit;
  const { leaks: said } = words;
  if (found.length === 0) return empty(said.none);
  return table({
    caption,
    head: [said.leak, said.what, said.account],
    rows: found.map(({ leak, reported, categories, frozen }) => [
      html`<a href="${to('leak', { leak })}">${moment(reported, language)}</a>`,
      begun(policyWords(visit).categories(categories)),
      frozen !== undefined && frozen.opened === undefined ? said.frozen : said.open,
    ]),
  });
}
