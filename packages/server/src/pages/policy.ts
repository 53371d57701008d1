import { type Policy, render, type Words } from '@avow/policy';
import type { Version } from 'avow';
import type { Context } from 'hono';
import { HttpFault } from '../http/fault.ts';
import { languageOf } from '../http/serve.ts';
import { day, html, type Markup, moment, none, raw, table } from '../look/index.ts';
import { isAtHand } from './at-hand.ts';
import { besideSentences } from './beside.ts';
import { show } from './frame.ts';
import { atAGlance } from './glance.ts';
import { showNotFound } from './not-found.ts';
import { policyPageWords } from './policy-words.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** `/policy`: the policy as people read it, by anyone, in every language it has. */
export async function showPolicy(c: Context, site: Site): Promise<Response> {
  const version = await versionNamed(c, site);
  if (version === undefined) return showNotFound(c, site, 'AVOW_NOT_FOUND');
  const language = languageOf(c, site);
  const words = pageWords(language);
  const { policy } = version;
  const title = policy.title[language] ?? policy.name;
  // Only what is in force does anything: beside another version there is nothing to tell.
  const month = version.state === 'in-force' ? await site.avow.thisMonth() : undefined;
  const beside = month && besideSentences(policy, language, month);
  return show(c, site, {
    language,
    title,
    main: html`<p class="eyebrow">${standing(version, language)}</p>
<h1>${title}</h1>
<p class="lead">${words.policyLead}</p>
${month === undefined ? none : html`${atAGlance(policy, language, month)}${forMe(site, language)}`}
<div class="beside">
${contents(policy, language)}
<div>
${raw(render(policy, { language, format: 'html', ...(beside && { beside }) }))}
${versionsTable(await site.avow.policy.list(), language)}
<p><a href="/policy/versions?lang=${language}">${words.versionsMore}</a> · <a href="/policy.json">${words.asData}</a> · <a href="/policy.md?lang=${language}">${words.asMarkdown}</a></p>
</div>
</div>`,
  });
}

/** The way to the same page as it tells of its reader: a look at their history, which is theirs to ask for. */
function forMe({ mine }: Site, language: string): Markup {
  if (mine === undefined) return none;
  const words = policyPageWords(language);
  return html`<p class="actions"><a class="button button-plain" href="${mine}?lang=${language}">${words.forMe}</a></p><p class="quiet small">${words.forMeLead}</p>`;
}

/** `/policy.json`: the same as data, which `readPolicy` takes back. */
export async function sendPolicyData(c: Context, site: Site): Promise<Response> {
  const { policy, digest } = await versionOf(c, site);
  const etag = `"${digest}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'no-cache');
  if (isAtHand(c, etag)) return c.body(null, 304);
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

/** The version in force, or the one that `?version=` names by its digest; undefined: there never was one. */
async function versionNamed(c: Context, site: Site): Promise<Version<Words> | undefined> {
  const asked = c.req.query('version');
  if (asked === undefined) return site.avow.policy.current();
  return (await site.avow.policy.list()).find(({ digest }) => digest === asked);
}

/** The same, for who reads data. */
async function versionOf(c: Context, site: Site): Promise<Version<Words>> {
  const found = await versionNamed(c, site);
  if (found === undefined) throw new HttpFault('AVOW_NOT_FOUND');
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
        head: [words.from, words.changesTo, words.version, words.textDigest],
        rows: versions.map(({ digest, from, texts }) => [
          html`<a href="/policy/versions/${digest}?lang=${language}">${day(from, language)}</a>`,
          html`<a href="/policy/versions/${digest}?lang=${language}">${words.whole}</a>`,
          html`<a href="/policy?version=${digest}&amp;lang=${language}"><code>${digest.slice(0, 12)}…</code></a>`,
          html`<code class="small">${texts[language] ?? ''}</code>`,
        ]),
      });
}
