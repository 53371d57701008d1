import { hash } from 'node:crypto';
import type { Handler } from 'hono';
import { stylesheet } from '../look/index.ts';
import { isAtHand } from './at-hand.ts';

const etag = `"${hash('sha256', stylesheet, 'base64url').slice(0, 22)}"`;

/** The stylesheet of all pages, as a file: asked for again only when it changed. */
export const serveStylesheet: Handler = (c) => {
  c.header('ETag', etag);
  c.header('Cache-Control', 'public, max-age=300');
  if (isAtHand(c, etag)) return c.body(null, 304);
  c.header('Content-Type', 'text/css; charset=utf-8');
  return c.body(stylesheet);
};
