import type { Context } from 'hono';
import { docWays, REFERENCE } from '../docs/routes.ts';
import { type Code, catalogue } from '../http/catalogue.ts';
import type { Route } from '../http/endpoint.ts';
import { scopes } from '../keys/scopes.ts';
import { html, type Markup, none, table, terms } from '../look/index.ts';
import { shared } from '../openapi/codes.ts';
import type { OpenApi } from '../openapi/document.ts';
import { rowsOf } from '../openapi/rows.ts';
import type { Chapter } from '../v1/routes.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { ticks } from './ticks.ts';

/** `/docs/api`: the interface for engineers, made from the same description that `/openapi.json` gives. */
export async function showReference(
  c: Context,
  site: Site,
  chapters: readonly Chapter[],
  document: OpenApi,
): Promise<Response> {
  return show(c, site, {
    language: 'en',
    translated: false,
    title: 'Reference',
    main: html`${docWays(REFERENCE)}
<h1>Reference</h1>
<p class="lead">Avow over HTTP. The same as a machine reads it: <a href="/openapi.json">OpenAPI 3.1</a>.</p>
<div class="beside">
${contents(chapters)}
<div>
${opening()}
${chapters.map((chapter) => section(chapter, document))}
</div>
</div>`,
  });
}

const anchor = (title: string) => title.toLowerCase().replaceAll(' ', '-');

function contents(chapters: readonly Chapter[]): Markup {
  return html`<nav class="contents" aria-label="Contents"><ul>
<li><a href="#conventions">Conventions</a></li>
${chapters.map(
  ({ title, routes }) =>
    html`<li><a href="#${anchor(title)}">${title}</a><ul>${routes.map(
      ({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`,
    )}</ul></li>`,
)}
<li><a href="/docs/errors">Problems</a></li></ul></nav>`;
}

function opening(): Markup {
  return html`<section><h2 id="conventions">Conventions</h2>
<p>Send <code>Authorization: Bearer avk_…</code>. A key has scopes; each route names the one that it asks for. A <strong>party</strong> sends a token of its own, <code>avt_…</code>, which opens its own routes and nothing else: <code>POST /oauth/token</code> answers one to a JWT that the party signed (<code>private_key_jwt</code>, RFC 7523), and <code>/.well-known/oauth-authorization-server</code> says where that is.</p>
${table({ caption: 'Scopes', head: ['Scope', 'What it opens'], rows: Object.entries(scopes).map(([scope, about]) => [html`<code>${scope}</code>`, about]) })}
<p>A <strong>decision</strong> is answered with 200 whether it permits or refuses: <code>permitted</code> says which, <code>sentence</code> because of what, <code>entry</code> where it stands on record, <code>missing</code> what would permit it. A refusal is an outcome of the policy and not a failure of the request.</p>
<p>A <strong>write</strong> takes an <code>Idempotency-Key</code>: a new one for each write, the same one for its retries. A retry gets the recorded outcome and <code>Idempotency-Replayed: true</code>; the same key with another request is refused. Keys are kept seven days.</p>
<p>Texts are in the language of <code>?lang=</code>, else of <code>Accept-Language</code>. Times are RFC 3339 in UTC. Bodies are JSON in UTF-8, at most 256 KiB, nested at most 32 deep, no name twice in an object.</p>
<p>Whatever cannot be answered is a <a href="/docs/errors">problem</a>. A route names those of its own; these it shares with all of its kind:</p>
${terms(shared.map(({ of, codes }) => [of, coded(codes)]))}</section>`;
}

const section = ({ title, routes }: Chapter, document: OpenApi): Markup =>
  html`<section class="part"><h2 id="${anchor(title)}">${title}</h2>
${routes.map((each) => route(each, document))}</section>
`;

function whoMay({ scope }: Route): string | Markup {
  if (scope === 'public') return 'none: open to anyone';
  return scope === 'partner' ? 'none: open to a party, by its token' : html`<code>${scope}</code>`;
}

function route(each: Route, document: OpenApi): Markup {
  return html`<section class="operation"><h3 id="${each.id}">${each.summary}</h3>
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

/** The problems of its own: what it shares with all of its kind is said once. */
function problems({ codes = [] }: Route): Markup {
  if (codes.length === 0) return none;
  return html`<details><summary>Problems: ${codes.length}</summary>
<ul>${codes.map((code) => html`<li><a href="/docs/errors#${code}"><code>${code}</code></a> ${catalogue[code].title}</li>`)}</ul></details>`;
}

const coded = (codes: readonly Code[]): Markup =>
  html`${codes.map((code) => html`<a href="/docs/errors#${code}"><code>${code}</code></a> `)}`;

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
