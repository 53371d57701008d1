import { Hono } from 'hono';
import { isPicture, picture } from '../pictures/index.ts';
import { marketStyle } from '../style.ts';
import { scripts } from './scripts.ts';

/** The files that pages point to: one stylesheet, the pictures and the one script, made of text here. */
export function files(): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'public, max-age=300');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.route('/scripts', scripts());
  app.get('/market.css', (c) =>
    c.text(marketStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/pictures/:file{[a-z]+\\.svg}', (c, next) => {
    const name = c.req.param('file').replace('.svg', '');
    if (!isPicture(name)) return next();
    return c.body(picture(name), 200, { 'Content-Type': 'image/svg+xml' });
  });
  return app;
}
