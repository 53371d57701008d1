import { html, type Markup, none } from '@avow/server/look';
import type { Warning } from 'avow';
import type { Market } from '../market.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';

/** A text that is about to be sent: its field, what the field is called, and what stands in it. */
export interface Sending {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** What somebody answered to the warning; empty: they have not seen it. */
export type WarningAnswer = '' | 'change' | 'send';

export const asAnswer = (value: string): WarningAnswer =>
  value === 'change' || value === 'send' ? value : '';

/** Whether any of these texts holds what its author may not mean to send. */
export const isWarned = (market: Market, texts: readonly Sending[]): boolean =>
  texts.some(({ text }) => market.avow.warnings.find(text).length > 0);

/**
 * Clause 6.b: the warning before something goes out, with what was found marked, and two answers of
 * equal weight. All that was filled in travels in the form; nothing of it is kept, whatever is answered.
 */
export function warningPage(
  c: Asked,
  market: Market,
  warned: {
    readonly title: string;
    readonly texts: readonly Sending[];
    /** Every field of the form, the texts among them. */
    readonly filled: Readonly<Record<string, string>>;
  },
): Response | Promise<Response> {
  const { visit } = c.var;
  const { warn } = visit.words;
  const { answer: _answer, ...fields } = warned.filled;
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  c.header('Cache-Control', 'no-store');
  const main = html`<h1>${warned.title}</h1>
<section class="faults warned" role="alert"><h2>${warn.title}</h2><p>${warn.lead}</p>
${warned.texts.map((sending) => found(market, visit, sending))}
${citing(market, visit, '6.b.2')}
<p class="quiet small">${warn.choice}</p></section>
<form class="choice" method="post" action="${visit.to(visit.path)}">${hidden}
<button class="button button-plain" name="answer" value="change">${warn.change}</button>
<button class="button button-plain" name="answer" value="send">${warn.send}</button></form>`;
  return c.html(marketPage(visit, warned.title, main), 422);
}

/** One text with what was found in it marked, and what each looks like. */
function found(market: Market, { words }: Visit, { label, text }: Sending): Markup {
  const warnings = market.avow.warnings.find(text);
  if (warnings.length === 0) return none;
  const kinds = [...new Set(warnings.map(({ kind }) => words.warn.kinds[kind]))];
  return html`<figure class="quoted"><figcaption>${label} · ${kinds.join(' · ')}</figcaption><blockquote>${marked(text, warnings)}</blockquote></figure>`;
}

function marked(text: string, warnings: readonly Warning[]): Markup[] {
  const ends = [0, ...warnings.map(({ end }) => end)];
  return [
    ...warnings.map(
      ({ start, end }, at) =>
        html`${text.slice(ends[at], start)}<mark>${text.slice(start, end)}</mark>`,
    ),
    html`${text.slice(ends.at(-1))}`,
  ];
}

/** A field that warns while somebody types, where scripts run. */
export function watched({ words }: Visit, field: Markup): Markup {
  const { typing, kinds } = words.warn;
  return html`<type-warning data-lead="${typing}" data-phone="${kinds.phone}" data-email="${kinds.email}" data-address="${kinds.address}" data-messenger="${kinds.messenger}" data-password="${kinds.password}">${field}</type-warning>`;
}
