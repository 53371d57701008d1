import { stylesheet } from '@avow/server/look';
import { file } from '@avow/server/mounted';
import { Hono } from 'hono';
import { consoleStyle } from '../style.ts';

/** Where the console has its files, within itself: whoever mounts it mounts all that it needs. */
export const lookPath = '/files/look.css';
export const stylePath = '/files/console.css';

/** The files that pages point to. They say nothing that is anybody's, so anyone may have them. */
export function files(): Hono {
  return new Hono()
    .get(lookPath, file(stylesheet, 'text/css'))
    .get(stylePath, file(consoleStyle, 'text/css'));
}
