import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { html, type Markup, type RoomGroup } from '../look/index.ts';
import { show } from '../pages/frame.ts';
import { showNotFound } from '../pages/not-found.ts';
import type { Site } from '../pages/site.ts';
import { folder } from './folder.ts';
import { type Written, written } from './markdown.ts';
import { docPages, pictures } from './pages.ts';

/** Where the interface is told, for engineers. */
export const REFERENCE = '/docs/api';

/** The documentation as pages, at `/docs`. Without the documents the reference alone is there. */
export function docRoutes(site: Site): Hono {
  const app = new Hono();
  if (folder === undefined) return app.get('/docs', (c) => c.redirect(REFERENCE));
  const home = folder;
  // A document is written when somebody asks for it first: a start waits for none.
  const pages = new Map<string, Written>();
  for (const { path, file } of docPages) {
    app.get(path, (c) => {
      const page = pages.get(path) ?? written(readFileSync(new URL(file, home), 'utf8'), file);
      pages.set(path, page);
      return showPage(c, site, page);
    });
  }
  app.get(`/${pictures}/:name{[a-z-]+\\.png}`, async (c) => {
    const picture = new URL(`${pictures}/${c.req.param('name')}`, home);
    try {
      c.header('Cache-Control', 'public, max-age=300');
      return c.body(readFileSync(picture), 200, { 'Content-Type': 'image/png' });
    } catch {
      return showNotFound(c, site);
    }
  });
  return app;
}

function showPage(c: Context, site: Site, { title, main, parts }: Written) {
  return show(c, site, {
    language: 'en',
    translated: false,
    title,
    within: docWays(c.req.path),
    main: html`<div class="beside">
${contents(parts)}
<div>
${main}
</div>
</div>`,
  });
}

/** The ways between the rooms of the documentation. */
export function docWays(at: string): RoomGroup {
  const rooms = docPages.flatMap(({ path, way }) => (way === undefined ? [] : [{ path, way }]));
  const all = [...rooms, { path: REFERENCE, way: 'Reference' }];
  const here = all.findLast(
    ({ path }) => at === path || (path !== '/docs' && at.startsWith(`${path}/`)),
  );
  return {
    label: 'Documentation',
    rooms: all.map(({ path, way }) => ({ href: path, label: way, current: here?.path === path })),
  };
}

const contents = (parts: Written['parts']): Markup =>
  html`<nav class="contents" aria-label="Contents"><ul>${parts.map(
    ({ anchor, name }) => html`<li><a href="#${anchor}">${name}</a></li>`,
  )}</ul></nav>`;
