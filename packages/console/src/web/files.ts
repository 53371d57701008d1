import { hash } from 'node:crypto';
import { stylesheet } from '@avow/server/look';
import { type Context, Hono } from 'hono';
import { consoleStyle } from '../style.ts';

/** Where the console has its files, within itself: whoever mounts it mounts all that it needs. */
export const lookPath = '/files/look.css';
export const stylePath = '/files/console.css';

/** The files that pages point to. They say nothing that is anybody's, so anyone may have them. */
export function files(): Hono {
  return new Hono().get(lookPath, sheet(stylesheet)).get(stylePath, sheet(consoleStyle));
}

/** A file that is asked for again only when it changed. */
function sheet(content: string) {
  const etag = `"${hash('sha256', content, 'base64url').slice(0, 22)}"`;
  return (c: Context) => {
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, max-age=300');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    return c.text(content, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  };
}
