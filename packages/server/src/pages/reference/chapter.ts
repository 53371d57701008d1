import type { Context } from 'hono';
import { docWays, REFERENCE } from '../../docs/routes.ts';
import { html, type Markup, none } from '../../look/index.ts';
import type { OpenApi } from '../../openapi/document.ts';
import type { Chapter } from '../../v1/routes.ts';
import { show } from '../frame.ts';
import { showNotFound } from '../not-found.ts';
import type { Site } from '../site.ts';
import { chapterPath } from './address.ts';
import { routeSection } from './route.ts';

/** `/docs/api/{chapter}`: its routes, made from the same description that `/openapi.json` gives. */
export async function showChapter(
  c: Context,
  site: Site,
  chapters: readonly Chapter[],
  document: OpenApi,
): Promise<Response> {
  const at = chapters.findIndex((each) => chapterPath(each) === c.req.path);
  const chapter = chapters[at];
  if (chapter === undefined) return showNotFound(c, site);
  return show(c, site, {
    language: 'en',
    translated: false,
    title: chapter.title,
    within: docWays(REFERENCE),
    main: html`<p class="eyebrow"><a href="${REFERENCE}">Reference</a></p>
<h1>${chapter.title}</h1>
<p class="lead">${chapter.about}</p>
<div class="beside">
${contents(chapter)}
<div>
${chapter.routes.map((each) => routeSection(each, document))}
${onwards(chapters[at - 1], chapters[at + 1])}
</div>
</div>`,
  });
}

const contents = ({ routes }: Chapter): Markup =>
  html`<nav class="contents" aria-label="Contents"><ul>${routes.map(
    ({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`,
  )}</ul></nav>`;

function onwards(before: Chapter | undefined, after: Chapter | undefined): Markup {
  const way = (chapter: Chapter | undefined, rel: 'prev' | 'next', said: string) =>
    chapter === undefined
      ? none
      : html`<a rel="${rel}" href="${chapterPath(chapter)}">${said}: ${chapter.title}</a>`;
  return html`<p class="paging">${way(before, 'prev', 'Before')}${way(after, 'next', 'Next')}</p>`;
}
