import type { Context } from 'hono';
import { docWays, REFERENCE } from '../docs/routes.ts';
import { catalogue } from '../http/catalogue.ts';
import { html, table } from '../look/index.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { ticks } from './ticks.ts';

/** `/docs/errors`: every code that a problem can carry. The `type` of a problem points here. */
export async function showErrors(c: Context, site: Site): Promise<Response> {
  const codes = Object.entries(catalogue).sort(([, a], [, b]) => a.status - b.status);
  return show(c, site, {
    language: 'en',
    translated: false,
    title: 'Problems',
    within: docWays(REFERENCE),
    main: html`<p class="eyebrow"><a href="${REFERENCE}">Reference</a></p>
<h1>Problems</h1>
<p class="lead">A request that cannot be answered gets <code>application/problem+json</code> (RFC 9457). Its <code>code</code> keeps its meaning for ever; its <code>errors</code> name places, never values. A refusal of the policy is not a problem: it is an answer.</p>
${table({
  caption: 'Every code',
  head: ['Code', 'Status', 'What happened, and what to do'],
  rows: codes.map(([code, { status, title, about }]) => [
    html`<code id="${code}">${code}</code>`,
    status,
    html`<strong>${title}.</strong> ${ticks(about)}`,
  ]),
})}`,
  });
}
