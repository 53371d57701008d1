import { type Difference, findSentence, type Policy, type Words } from '@avow/policy';
import type { Announcement } from 'avow';
import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { day, html, type Markup, none } from '../look/index.ts';
import { show } from './frame.ts';
import { showNotFound } from './not-found.ts';
import { standing } from './policy.ts';
import type { Site } from './site.ts';
import { sentences, type ToldVersion, toldVersions } from './versions.ts';
import { pageWords } from './words.ts';

/** `/policy/versions/{version}`: one version, with all that was said of it and each sentence that changed. */
export async function showVersion(c: Context, site: Site): Promise<Response> {
  const told = await toldVersions(site);
  const found = told.find(({ version }) => version.digest === c.req.param('version'));
  if (found === undefined) return showNotFound(c, site, 'AVOW_NOT_FOUND');
  const { version, announcement, difference } = found;
  const language = languageOf(c, site);
  const words = pageWords(language);
  const before = told.find((one) => one.version.digest === announcement?.before)?.version.policy;
  const title = `${words.version} ${version.digest.slice(0, 12)}`;
  return show(c, site, {
    language,
    title,
    main: html`<p class="eyebrow">${standing(version, language)}</p>
<h1>${words.versionOf} ${day(version.from, language)}</h1>
${announcement === undefined ? none : said(announcement, language)}
<h2>${words.changesTo}${difference?.major ? html` <span class="mark mark-no">${words.major}</span>` : none}</h2>
${difference === undefined ? html`<p>${words.firstVersion}</p>` : sentences(difference, language)}
${difference === undefined ? none : reworded(difference, { before, after: version.policy }, language)}
${comments(found, site, language)}
<p><a href="/policy?version=${version.digest}&amp;lang=${language}">${words.read}</a> · <a href="/policy/versions?lang=${language}">${words.versionsMore}</a></p>`,
  });
}

/** What people were told, and whether its date was moved since. */
function said(
  { summary, announced, postponed, from, answer }: Announcement,
  language: string,
): Markup {
  const words = pageWords(language);
  const moved = postponed ? html` · ${words.postponedTo} ${day(from, language)}` : none;
  return html`<p class="lead">${summary[language] ?? ''}</p>
<p class="quiet">${words.announcedOn} ${day(announced, language)}${moved}</p>
${answer === undefined ? none : html`<h2>${words.answer}</h2><p>${answer[language] ?? ''}</p>`}`;
}

/** How many comments came, and where one is written while that can be. */
function comments({ version, announcement }: ToldVersion, site: Site, language: string): Markup {
  if (announcement === undefined) return none;
  const words = pageWords(language);
  const { comments: count, answer } = announcement;
  // Where the policy takes none there is neither a page to write one on nor an answer to wait for.
  const areTaken = site.avow.comments.areTaken();
  if (!areTaken && count === 0) return none;
  const isOpen = areTaken && version.state === 'coming';
  const state = isOpen ? words.commentsOpen : answer === undefined ? words.unanswered : '';
  return html`<h2>${words.comments}</h2>
<p>${words.commentCount(count)} ${isOpen || count > 0 ? state : ''}</p>
${
  isOpen && site.comments !== undefined
    ? html`<p><a class="button button-plain" href="${site.comments}?lang=${language}">${words.comment}</a></p>`
    : none
}`;
}

/** Each sentence that came, went or reads differently, as it was and as it is. */
function reworded(
  { texts }: Difference,
  { before, after }: { readonly before: Policy<Words> | undefined; readonly after: Policy<Words> },
  language: string,
): Markup {
  const words = pageWords(language);
  const textIn = (policy: Policy<Words> | undefined, id: string) =>
    policy && findSentence(policy, id)?.text[language];
  const changed = [
    ...texts.changed.map(({ id, before: was, after: is }) => ({
      id,
      was: was[language],
      is: is[language],
    })),
    ...texts.added.map((id) => ({ id, was: undefined, is: textIn(after, id) })),
    ...texts.removed.map((id) => ({ id, was: textIn(before, id), is: undefined })),
  ].filter(({ was, is }) => was !== is);
  if (changed.length === 0) return none;
  return html`<h2>${words.bySentence}</h2>
${changed.map(
  ({ id, was, is }) => html`<div class="sentence"><span class="sentence-number">${id}</span>
<div>${was === undefined ? none : html`<p><del>${was}</del></p>`}${is === undefined ? none : html`<p><ins>${is}</ins></p>`}</div></div>
`,
)}`;
}
