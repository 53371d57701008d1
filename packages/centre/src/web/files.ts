import { hash } from 'node:crypto';
import { stylesheet } from '@avow/server/look';
import { type Context, Hono } from 'hono';
import { script } from '../check/script.ts';
import { centreStyle } from '../style.ts';
import type { Centre } from './visit.ts';

/** Where the centre has its files, within itself: whoever mounts it mounts all that it needs. */
export const lookPath = '/files/look.css';
export const stylePath = '/files/centre.css';
export const scriptPath = '/files/receipt-check.js';
export const checkpointPath = '/files/checkpoint';
export const keyPath = '/files/key';

/** The files that pages point to, and what a receipt is held against: the log's key and its checkpoint. */
export function files({ avow }: Centre): Hono {
  const app = new Hono();
  app.get(lookPath, file(stylesheet, 'text/css'));
  app.get(stylePath, file(centreStyle, 'text/css'));
  app.get(scriptPath, file(script, 'text/javascript'));
  app.get(checkpointPath, async (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.text(await avow.log.checkpoint());
  });
  app.get(keyPath, (c) => c.text(`${avow.log.vkey}\n`));
  return app;
}

/** A file that is asked for again only when it changed. */
function file(content: string, type: string) {
  const etag = `"${hash('sha256', content, 'base64url').slice(0, 22)}"`;
  return (c: Context) => {
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, max-age=300');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    return c.text(content, 200, { 'Content-Type': `${type}; charset=utf-8` });
  };
}
