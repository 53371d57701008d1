import { Hono } from 'hono';
import { figures } from '../metrics/figures.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Services } from '../services.ts';
import { readiness } from './readiness.ts';

/** For whoever runs the server: is it alive, may it be sent work, what does it count. */
export function healthRoutes(services: Services, metrics: Metrics, stopping: () => boolean): Hono {
  const app = new Hono();

  app.get('/health', (c) => c.json({ alive: true }));

  app.get('/ready', async (c) => {
    const state = await readiness(services, stopping());
    c.header('Cache-Control', 'no-store');
    return c.json(state, state.ready ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(metrics.text(await figures(services)));
  });

  return app;
}
