import { stylesheet } from '@avow/server/look';
import { file } from '@avow/server/mounted';
import { Hono } from 'hono';
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
