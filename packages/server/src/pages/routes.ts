import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { docRoutes, REFERENCE } from '../docs/routes.ts';
import { stylesheetPath } from '../look/index.ts';
import type { OpenApi } from '../openapi/document.ts';
import type { Part } from '../v1/routes.ts';
import { showBases } from './bases.ts';
import { showClauses } from './clauses.ts';
import { showErrors } from './errors.ts';
import { sendFeed } from './feed.ts';
import { iconPath, serveIcon } from './icon.ts';
import { showMeasures } from './measures.ts';
import { sendPolicyData, sendPolicyMarkdown, showPolicy } from './policy.ts';
import { showPromise } from './promise.ts';
import { showChapter } from './reference/chapter.ts';
import { showReference } from './reference/overview.ts';
import type { Site } from './site.ts';
import { serveStylesheet } from './stylesheet.ts';
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts';
import { showVersion } from './version.ts';
import { showVersions } from './versions.ts';

/** What anyone may read without a key: the policy, what it did, and the reference. */
export function pageRoutes(site: Site, parts: readonly Part[], document: () => OpenApi): Hono {
  const app = new Hono();
  const chapters = parts.flatMap((part) => part.chapters);
  // Another server may have put another version in force; what is read from here on is that one.
  const inForce: MiddlewareHandler = async (_, next) => {
    await site.avow.policy.inForce();
    await next();
  };
  for (const path of [
    '/policy',
    '/policy/*',
    '/policy.json',
    '/policy.md',
    '/clauses',
    '/measures',
    '/bases',
    '/unsubscribe/*',
  ])
    app.use(path, inForce);
  // Only what is the same for everybody, and repeats nothing of the request: by how far a page that holds a
  // secret beside an asker's own words can be compressed, the secret could be guessed.
  for (const path of [
    '/policy',
    '/policy/*',
    '/policy.json',
    '/policy.md',
    '/clauses',
    '/measures',
    '/bases',
    '/docs',
    '/docs/*',
    '/openapi.json',
    stylesheetPath,
  ])
    app.use(path, compress());
  app.get('/policy', (c) => showPolicy(c, site));
  app.get('/policy.json', (c) => sendPolicyData(c, site));
  app.get('/policy.md', (c) => sendPolicyMarkdown(c, site));
  app.get('/policy/versions', (c) => showVersions(c, site));
  app.get('/policy/versions/:version', (c) => showVersion(c, site));
  app.get('/policy/promises/:promise', (c) => showPromise(c, site));
  app.get('/policy/changes.atom', (c) => sendFeed(c, site));
  app.get('/clauses', (c) => showClauses(c, site));
  app.get('/measures', (c) => showMeasures(c, site));
  app.get('/bases', (c) => showBases(c, site));
  app.get('/unsubscribe/:token', (c) => showUnsubscribe(c, site));
  app.post('/unsubscribe/:token', (c) => unsubscribe(c, site));
  app.get(REFERENCE, (c) => showReference(c, site, parts));
  app.get(`${REFERENCE}/:chapter`, (c) => showChapter(c, site, chapters, document()));
  app.get('/docs/errors', (c) => showErrors(c, site));
  app.route('/', docRoutes(site));
  app.get('/openapi.json', (c) => c.json(document()));
  app.get(stylesheetPath, serveStylesheet);
  app.get(iconPath, serveIcon(site.icon));
  return app;
}
