import { answer, html, type Markup, none } from '@avow/server/look';
import { asEntryId, type EntryId, type Refused } from 'avow';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { known } from '../web/login.ts';
import { answered } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

/** One decision about the reader, explained in the words of the policy of its day. */
export const entry = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, language, to } = visit;
    const id = asEntryId(c.req.param('entry'));
    const look = await market.avow.openReceipt({ person, entry: id });
    c.header('Cache-Control', 'no-store');
    if (!look.permitted) return c.html(refused(market, visit, look));
    const told = await market.avow.explain({ entry: id, language, audience: 'person' });
    if (told === undefined) return faultPage(c, 'notFound');
    const main = html`<h1>${words.history.entryTitle}</h1>
${answer({
  permitted: told.permitted,
  title: told.answer,
  sentence: told.sentence.id,
  text: told.sentence.text,
  language,
  missing: told.remedies.map(({ steps }) => steps.map(({ text }) => text)),
  entry: id,
  at: look.value.opening.at,
  body: because(visit, told.reasons),
})}
<h2>${words.history.receipt}</h2><p>${words.history.receiptLead}</p>
<p><a class="button button-plain" href="${to(`/mine/history/${id}/receipt`)}" download="${fileName(id)}">${words.history.download}</a></p>`;
    return c.html(minePage(visit, words.history.entryTitle, main));
  });

/** The receipt as a file: what was recorded, what opens it, and the proof that the log holds it. */
export const receipt = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const id = asEntryId(c.req.param('entry'));
    const look = await market.avow.openReceipt({ person, entry: id });
    c.header('Cache-Control', 'no-store');
    if (!look.permitted) return c.html(refused(market, visit, look));
    c.header('Content-Disposition', `attachment; filename="${fileName(id)}"`);
    return c.json(look.value);
  });

/** Why a line is not shown: the account is suspended. */
function refused(market: Market, visit: Visit, look: Refused): Markup {
  const { words } = visit;
  const main = html`<h1>${words.history.entryTitle}</h1>
${answered(market, visit, look, { title: words.answer.refused })}`;
  return minePage(visit, words.history.entryTitle, main);
}

const fileName = (entry: EntryId) => `receipt-${entry}.json`;

/** The facts that mattered, as the person may learn of them. */
function because({ words }: Visit, reasons: readonly { readonly text: string }[]): Markup {
  if (reasons.length === 0) return none;
  return html`<p>${words.history.facts}</p><ul>${reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}
