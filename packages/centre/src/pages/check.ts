import { html, type Markup, none } from '@avow/server/look';
import { checkReceipt } from '../check/steps.ts';
import { type ToldCheck, type ToldStep, toldCheck } from '../check/told.ts';
import { marked } from '../check/words.ts';
import { commands, program } from '../web/elsewhere.ts';
import { checkpointPath, keyPath } from '../web/files.ts';
import { readForm } from '../web/form.ts';
import { framed } from '../web/frame.ts';
import type { Seen, Visit } from '../web/visit.ts';

/** A place to check a receipt, for anyone who holds one: no account is needed, and none is asked for. */
export const checking = async (c: Seen) => {
  const { visit } = c.var;
  const { check } = visit.words;
  return c.html(
    framed(
      visit,
      check.title,
      html`<h1>${check.title}</h1><p class="lead">${check.lead}</p>
${await checkPanel(visit, {})}`,
    ),
  );
};

/** The same check by the server, for a browser without scripts. Nothing of it is kept. */
export const proving = async (c: Seen) => {
  const { visit } = c.var;
  const { check } = visit.words;
  const { receipt } = await readForm(c, ['receipt']);
  const main = html`<h1>${check.title}</h1>
${await checkPanel(visit, { receipt, isAsked: true })}`;
  return c.html(framed(visit, check.title, main));
};

/**
 * The check of a receipt. Where scripts run, the element takes over: it checks in the reader's browser,
 * against the key and the checkpoint that the log publishes. Where not, the proof stands there in words.
 */
export async function checkPanel(
  visit: Visit,
  { receipt = '', isAsked = false }: { readonly receipt?: string; readonly isAsked?: boolean },
): Promise<Markup> {
  const { centre, words, to } = visit;
  const { check } = words;
  const { log } = centre.avow;
  const given = { text: receipt, vkey: log.vkey, checkpoint: await log.checkpoint() };
  const found =
    receipt === '' && !isAsked ? undefined : toldCheck(await checkReceipt(given), check);
  return html`<receipt-check data-words="${JSON.stringify(marked(check))}" data-key="${centre.at}${keyPath}" data-checkpoint="${centre.at}${checkpointPath}">
<div class="check-found" aria-live="polite">${found === undefined ? none : html`${panel(found)}<p class="check-by small quiet">${check.onServer}</p>`}</div>
<form method="post" action="${to('/receipt')}"><div class="field"><label for="receipt">${check.field}</label>
<textarea id="receipt" name="receipt" rows="8" class="receipt" spellcheck="false" autocomplete="off" required>${receipt}</textarea></div>
<div class="actions"><button class="button button-plain">${check.button}</button></div></form>
</receipt-check>
<details class="yourself"><summary>${check.yourself}</summary><p>${check.yourselfLead}</p>
<p>${check.key}<br><code>${log.vkey}</code></p>
<pre tabindex="0" aria-label="check.mjs"><code>${program}</code></pre><pre tabindex="0" aria-label="sh"><code>${commands(log.vkey)}</code></pre></details>`;
}

/** The steps as a list. The element in the browser writes the same. */
function panel({ verdict, isRight, steps }: ToldCheck): Markup {
  return html`<p class="verdict${isRight ? '' : ' verdict-failed'}"><strong>${verdict}</strong></p>
<ol class="proof">${steps.map(
    ({ state, title, mark, said, folds, foldsSaid }) =>
      html`<li class="proof-${state}"><strong>${title}</strong> <span class="mark ${state === 'passed' ? 'mark-yes' : state === 'failed' ? 'mark-no' : ''}">${mark}</span>${said === '' ? none : html`<br><span class="small">${said}</span>`}${folds.length === 0 ? none : html`<p class="small">${foldsSaid}</p>${ladder(folds)}`}</li>`,
  )}</ol>`;
}

/** The way to the root, a line for each of its steps: left before right, outlined what came of the entry. */
function ladder(folds: ToldStep['folds']): Markup {
  const hash = (text: string, isOwn: boolean) =>
    html`<code${isOwn ? html` class="is-own"` : none}>${text}</code>`;
  return html`<ol class="folds">${folds.map(
    ({ left, right, own, makes }) =>
      html`<li>${hash(left, own === 'left')} + ${hash(right, own === 'right')} → ${hash(makes, true)}</li>`,
  )}</ol>`;
}
