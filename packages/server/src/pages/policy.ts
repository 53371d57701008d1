import { type Policy, render, type Words } from '@avow/policy';
import type { Version } from 'avow';
import type { Context } from 'hono';
import { HttpFault } from '../http/fault.ts';
import { languageOf } from '../http/serve.ts';
import { html, type Markup, moment, none, raw, table } from '../look/index.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** `/policy`: the policy as people read it, by anyone, in every language it has. */
export async function showPolicy(c: Context, site: Site): Promise<Response> {
  const version = await versionOf(c, site);
  const language = languageOf(c, site);
  const words = pageWords(language);
  const title = version.policy.title[language] ?? version.policy.name;
  return show(c, site, {
    language,
    title,
    main: html`<p class="eyebrow">${standing(version, language)}</p>
<h1>${title}</h1>
<p class="lead">${words.policyLead}</p>
<div class="beside">
${contents(version.policy, language)}
<div>
${raw(render(version.policy, { language, format: 'html' }))}
${versionsTable(await site.avow.policy.list(), language)}
<p><a href="/policy/versions?lang=${language}">${words.versionsMore}</a> · <a href="/policy.json">${words.asData}</a> · <a href="/policy.md?lang=${language}">${words.asMarkdown}</a></p>
</div>
</div>`,
  });
}

/** `/policy.json`: the same as data, which `readPolicy` takes back. */
export async function sendPolicyData(c: Context, site: Site): Promise<Response> {
  const { policy, digest } = await versionOf(c, site);
  c.header('ETag', `"${digest}"`);
  c.header('Cache-Control', 'no-cache');
  if (c.req.header('if-none-match') === `"${digest}"`) return c.body(null, 304);
  return c.json(policy);
}

/** `/policy.md`: the same as Markdown. */
export async function sendPolicyMarkdown(c: Context, site: Site): Promise<Response> {
  const { policy } = await versionOf(c, site);
  const language = languageOf(c, site);
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language');
  c.header('Content-Type', 'text/markdown; charset=utf-8');
  return c.body(render(policy, { language, format: 'markdown' }));
}

/** The version in force, or the one that `?version=` names by its digest. */
async function versionOf(c: Context, site: Site): Promise<Version<Words>> {
  const asked = c.req.query('version');
  if (asked === undefined) return site.avow.policy.current();
  const found = (await site.avow.policy.list()).find(({ digest }) => digest === asked);
  if (!found) throw new HttpFault('AVOW_NOT_FOUND');
  return found;
}

/** Since when a version is in force, was, or will be. */
export function standing({ state, from }: Version<Words>, language: string): Markup {
  const words = pageWords(language);
  switch (state) {
    case 'in-force':
      return html`${words.inForce} ${moment(from, language)}`;
    case 'coming':
      return html`<span class="mark">${words.coming}</span> ${moment(from, language)} · <a href="/policy?lang=${language}">${words.newer}</a>`;
    case 'withdrawn':
      return html`<span class="mark mark-no">${words.withdrawn}</span> · <a href="/policy?lang=${language}">${words.newer}</a>`;
    case 'archived':
      return html`<span class="mark mark-no">${words.archived}</span> ${moment(from, language)} · <a href="/policy?lang=${language}">${words.newer}</a>`;
  }
}

function contents({ parts, clauses }: Policy, language: string): Markup {
  return html`<nav class="contents" aria-label="${pageWords(language).contents}"><ul>${parts.map(
    ({ id, title }) =>
      html`<li><a href="#part-${id}"><span class="number">${id}</span>${title[language]}</a><ul>${clauses
        .filter((clause) => clause.id.split('.', 1)[0] === id)
        .map(
          (clause) =>
            html`<li><a href="#${clause.id}"><span class="number">${clause.id}</span>${clause.title[language]}</a></li>`,
        )}</ul></li>`,
  )}</ul></nav>`;
}

function versionsTable(versions: readonly Version<Words>[], language: string): Markup {
  const words = pageWords(language);
  return versions.length === 0
    ? none
    : table({
        caption: words.versions,
        head: [words.version, words.from, words.textDigest],
        rows: versions.map(({ digest, from, texts }) => [
          html`<a href="/policy?version=${digest}&amp;lang=${language}"><code>${digest.slice(0, 12)}…</code></a>`,
          moment(from, language),
          html`<code>${texts[language] ?? ''}</code>`,
        ]),
      });
}
