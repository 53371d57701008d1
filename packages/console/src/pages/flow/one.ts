import { html, none } from '@avow/server/look';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, citing, policyWords } from '../../web/policy.ts';
import type { Console, Visit } from '../../web/visit.ts';
import { entries } from './entries.ts';
import { months } from './months.ts';

/** What of the picture a page is about: each names less of it. */
export interface Narrowed {
  readonly category?: string;
  readonly sentence?: string;
  readonly recipient?: string;
  /** In UTC: `2026-01`. */
  readonly month?: string;
}

/** One part of the picture of the flows: how often, by month; and, for whom it is, the log's entries themselves. */
export const flow =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { flow: said, flows } = visit.words;
    const narrowed = narrowedBy((name) => c.req.query(name) || undefined);
    const { sentence, month } = narrowed;
    const before = c.req.query('before');
    const title = told(visit, narrowed);
    const page =
      visit.may('entry') &&
      (await avow.log.decisions({
        only: narrowed,
        ...(before !== undefined && { before: Number(before) }),
      }));
    const main = html`<p class="eyebrow"><a href="${visit.to('flows')}">${flows.title}</a></p>
<h1>${title}</h1><p class="lead">${said.lead}</p>
${sentence === undefined ? none : citing(visit, sentence)}
${months(visit, await avow.log.flows(), narrowed)}
<h2 id="entries">${month === undefined ? said.entries : said.entriesOf(month)}</h2>
${page === false ? html`<p>${said.notForYou}</p>` : entries(visit, page, narrowed, before !== undefined)}`;
    return c.html(consolePage(visit, title, main));
  };

function narrowedBy(asked: (name: string) => string | undefined): Narrowed {
  const names = ['category', 'sentence', 'recipient', 'month'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = asked(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** “Contact details → 2.a.4 → the carrier”. */
function told(visit: Visit, { category, sentence, recipient }: Narrowed): string {
  const spoken = policyWords(visit);
  const parts = [
    category === undefined ? undefined : spoken.category(category),
    sentence,
    recipient === undefined ? undefined : spoken.recipient(recipient),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? visit.words.flow.everything : begun(parts.join(' → '));
}
