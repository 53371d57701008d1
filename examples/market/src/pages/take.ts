import { html } from '@avow/server/look';
import type { Market } from '../market.ts';
import { known } from '../web/login.ts';
import { answered, citing } from '../web/policy.ts';
import { minePage } from './mine.ts';

/** What an export is, and the button for it. */
export const take = (market: Market) =>
  known((c) => {
    const { visit } = c.var;
    const { words } = visit;
    const main = html`<h1>${words.take.title}</h1><p class="lead">${words.take.lead}</p>
${citing(market, visit, 'S.2.1')}
<form method="post" action="/mine/take"><button class="button">${words.take.button}</button></form>`;
    return c.html(minePage(visit, words.take.title, main));
  });

/** Everything held of the reader, as a file. */
export const taking = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const decided = await market.avow.export({ person });
    if (!decided.permitted) {
      const main = html`<h1>${visit.words.take.title}</h1>${answered(market, visit, decided, {})}`;
      return c.html(minePage(visit, visit.words.take.title, main));
    }
    const { sentence, entry, at } = decided;
    c.header('Content-Disposition', 'attachment; filename="harbour-market-my-data.json"');
    c.header('Cache-Control', 'no-store');
    return c.json({
      person,
      sentence,
      entry,
      at: new Date(at),
      held: decided.value.held.map(dated),
    });
  });

/** Times as dates with a zone, for whoever reads the file without this program. */
const dated = <T extends { collected: number; expires: number | undefined }>(value: T) => ({
  ...value,
  collected: new Date(value.collected),
  expires: value.expires === undefined ? null : new Date(value.expires),
});
