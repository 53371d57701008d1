import { catalogue } from '../../http/catalogue.ts';
import type { Route } from '../../http/endpoint.ts';
import { html, type Markup, none, table, terms } from '../../look/index.ts';
import type { OpenApi } from '../../openapi/document.ts';
import { rowsOf } from '../../openapi/rows.ts';
import { ticks } from '../ticks.ts';

/** What a chapter says of one route. */
export function routeSection(each: Route, document: OpenApi): Markup {
  return html`<section class="operation"><h2 id="${each.id}">${each.summary}</h2>
<p><code>${each.method.toUpperCase()} ${each.path}</code></p>
${each.about ? html`<p>${ticks(each.about)}</p>` : none}
${terms([
  ['Scope', whoMay(each)],
  ...(each.write ? ([['Write', html`takes an <code>Idempotency-Key</code>`]] as const) : []),
  ['Status', String(each.status ?? 200)],
])}
${fields('Request', rowsOf(document, each, 'request'))}
${fields('Answer', rowsOf(document, each, 'answer'))}
${problems(each)}</section>
`;
}

function whoMay({ scope }: Route): string | Markup {
  if (scope === 'public') return 'none: open to anyone';
  return scope === 'partner' ? 'none: open to a party, by its token' : html`<code>${scope}</code>`;
}

/** The problems of its own: what it shares with all of its kind is said once. */
function problems({ codes = [] }: Route): Markup {
  if (codes.length === 0) return none;
  return html`<details><summary>Problems: ${codes.length}</summary>
<ul>${codes.map((code) => html`<li><a href="/docs/errors#${code}"><code>${code}</code></a> ${catalogue[code].title}</li>`)}</ul></details>`;
}

function fields(caption: string, rows: ReturnType<typeof rowsOf>): Markup {
  if (rows.length === 0) return none;
  return table({
    caption,
    head: ['Field', 'Type', 'Meaning'],
    rows: rows.map(({ name, type, about, required }) => [
      html`<code>${name}</code>${required ? none : html` <span class="quiet">optional</span>`}`,
      type,
      ticks(about),
    ]),
  });
}
