import type { Context } from 'hono';
import { docWays, REFERENCE } from '../../docs/routes.ts';
import type { Code } from '../../http/catalogue.ts';
import { scopes } from '../../keys/scopes.ts';
import { html, type Markup, table, terms } from '../../look/index.ts';
import { shared } from '../../openapi/codes.ts';
import type { Chapter, Part } from '../../v1/routes.ts';
import { show } from '../frame.ts';
import type { Site } from '../site.ts';
import { chapterPath, nameOf, routePath } from './address.ts';

/** `/docs/api`: what holds for every route, and where each is told. */
export async function showReference(
  c: Context,
  site: Site,
  parts: readonly Part[],
): Promise<Response> {
  return show(c, site, {
    language: 'en',
    translated: false,
    title: 'Reference',
    within: docWays(REFERENCE),
    main: html`<h1>Reference</h1>
<p class="lead">Avow over HTTP, a page for each chapter. The same as a machine reads it: <a href="/openapi.json">OpenAPI 3.1</a>.</p>
<div class="beside">
${contents(parts)}
<div>
${conventions()}
${parts.map(part)}
</div>
</div>`,
  });
}

function contents(parts: readonly Part[]): Markup {
  return html`<nav class="contents" aria-label="Contents"><ul>
<li><a href="#conventions">Conventions</a></li>
${parts.map(
  ({ title, chapters }) =>
    html`<li><a href="#${nameOf(title)}">${title}</a><ul>${chapters.map(
      (chapter) => html`<li><a href="${chapterPath(chapter)}">${chapter.title}</a></li>`,
    )}</ul></li>`,
)}
<li><a href="/docs/errors">Problems</a></li></ul></nav>`;
}

/** A route's line has the route's id, so that an address of the whole reference still leads to it. */
const part = ({ title, chapters }: Part): Markup =>
  html`<section class="part"><h2 id="${nameOf(title)}">${title}</h2>
${chapters.map(
  (chapter) => html`<h3><a href="${chapterPath(chapter)}">${chapter.title}</a></h3>
<p class="quiet">${chapter.about}</p>
${routes(chapter)}`,
)}</section>
`;

const routes = (chapter: Chapter): Markup =>
  html`<details><summary>${chapter.routes.length === 1 ? 'One route' : `${chapter.routes.length} routes`}</summary>
<ul class="routes">${chapter.routes.map(
    (route) =>
      html`<li id="${route.id}"><a href="${routePath(chapter, route)}">${route.summary}</a> <code>${route.method.toUpperCase()} ${route.path}</code></li>
`,
  )}</ul></details>`;

function conventions(): Markup {
  return html`<section><h2 id="conventions">Conventions</h2>
<p>Send <code>Authorization: Bearer avk_…</code>. A key has scopes; each route names the one that it asks for. A <strong>party</strong> sends a token of its own, <code>avt_…</code>, which opens its own routes and nothing else: <code>POST /oauth/token</code> answers one to a JWT that the party signed (<code>private_key_jwt</code>, RFC 7523), and <code>/.well-known/oauth-authorization-server</code> says where that is.</p>
${table({ caption: 'Scopes', head: ['Scope', 'What it opens'], rows: Object.entries(scopes).map(([scope, about]) => [html`<code>${scope}</code>`, about]) })}
<p>A <strong>decision</strong> is answered with 200 whether it permits or refuses: <code>permitted</code> says which, <code>sentence</code> because of what, <code>entry</code> where it stands on record, <code>missing</code> what would permit it. A refusal is an outcome of the policy and not a failure of the request.</p>
<p>A <strong>write</strong> takes an <code>Idempotency-Key</code>: a new one for each write, the same one for its retries. A retry gets the recorded outcome and <code>Idempotency-Replayed: true</code>; the same key with another request is refused. Keys are kept seven days.</p>
<p>Texts are in the language of <code>?lang=</code>, else of <code>Accept-Language</code>. Times are RFC 3339 in UTC. Bodies are JSON in UTF-8, at most 256 KiB, nested at most 32 deep, no name twice in an object.</p>
<p>Whatever cannot be answered is a <a href="/docs/errors">problem</a>. A route names those of its own; these it shares with all of its kind:</p>
${terms(shared.map(({ of, codes }) => [of, coded(codes)]))}</section>`;
}

const coded = (codes: readonly Code[]): Markup =>
  html`${codes.map((code) => html`<a href="/docs/errors#${code}"><code>${code}</code></a> `)}`;
