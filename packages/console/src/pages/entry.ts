import { answer, html, type Markup, moment, none, terms } from '@avow/server/look';
import type { LogEntry } from 'avow';
import { faultPage } from '../web/fault.ts';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, policyWords } from '../web/policy.ts';
import type { Console, Visit } from '../web/visit.ts';

/** One entry of the log: what it says, why as the policy of its day tells it, its bytes and its proof. It names nobody. */
export const entry =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, language } = visit;
    const { entry: said } = words;
    const found = await avow.log.entry(Number(c.req.query('index') ?? Number.NaN));
    if (found === undefined) return faultPage(c, 'notFound');
    const title = said.title(found.index.toLocaleString(language));
    const receipt = await avow.receipt(found.entry);
    const main = html`<p class="eyebrow"><a href="${visit.to('log')}">${words.log.title}</a></p>
<h1>${title}</h1><p class="lead">${said.lead}</p>
${await why(visit, found)}
${told(visit, found)}
${around(visit, found)}
<h2>${said.body}</h2><p>${said.bodyLead}</p><pre tabindex="0" aria-label="${said.body}"><code>${JSON.stringify(JSON.parse(found.body), null, 1)}</code></pre>
${receipt?.proof === undefined ? none : html`<details><summary>${said.proof}</summary><pre tabindex="0" aria-label="${said.proof}"><code>${receipt.proof}</code></pre></details>`}`;
    return c.html(consolePage(visit, title, main));
  };

/** Why it was decided so: from the facts that the entry holds. */
async function why(visit: Visit, { entry, decision, hour }: LogEntry): Promise<Markup> {
  const { place, language, words } = visit;
  const found = decision && (await place.avow.explain({ entry, language, audience: 'operator' }));
  if (found === undefined) return none;
  return answer({
    permitted: found.permitted,
    title: found.answer,
    sentence: found.sentence.id,
    text: found.sentence.text,
    language,
    policy: place.policy ?? '/policy',
    missing: found.remedies.map(({ steps }) => steps.map(({ text }) => text)),
    entry,
    at: Date.parse(hour),
    body:
      found.reasons.length === 0
        ? none
        : html`<p>${words.entry.facts}</p><ul>${found.reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>`,
  });
}

function told(visit: Visit, { entry, hour, decision, body }: LogEntry): Markup {
  const { words, language } = visit;
  const { entry: said } = words;
  const spoken = policyWords(visit);
  const { kind } = JSON.parse(body) as { readonly kind: string };
  return terms([
    [said.id, html`<code>${entry}</code>`],
    [said.hour, moment(Date.parse(hour), language)],
    ...(decision === undefined
      ? ([[said.kind, html`<code>${kind}</code>`]] as const)
      : ([
          [said.act, begun(spoken.action(decision.action))],
          [said.information, begun(spoken.categories(decision.categories))],
          [said.purpose, begun(spoken.purpose(decision.purpose))],
          [said.recipient, begun(spoken.recipient(decision.recipient))],
        ] as const)),
  ]);
}

/** The entries before and after it. */
function around({ words, to }: Visit, { index }: LogEntry): Markup {
  const { entry: said } = words;
  const way = (at: number) => to('entry', { index: String(at) });
  return html`<p class="paging">${index === 0 ? none : html`<a rel="prev" href="${way(index - 1)}">${said.before}</a>`} <a rel="next" href="${way(index + 1)}">${said.after}</a></p>`;
}
