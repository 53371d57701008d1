import { Hono } from 'hono';
import type { Services } from '../services.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { prometheusText } from '../telemetry/text.ts';
import { readiness } from './readiness.ts';

/** For whoever runs the server: is it alive, may it be sent work, what does it count. */
export function healthRoutes(
  services: Services,
  { instruments }: Telemetry,
  stopping: () => boolean,
): Hono {
  const app = new Hono();

  app.get('/health', (c) => c.json({ alive: true }));

  app.get('/ready', async (c) => {
    const state = await readiness(services, stopping());
    c.header('Cache-Control', 'no-store');
    return c.json(state, state.ready ? 200 : 503);
  });

  app.get('/metrics', async (c) => {
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    const [ours, library] = await Promise.all([instruments.figures(), services.avow.figures()]);
    return c.body(prometheusText([...ours, ...library]));
  });

  return app;
}
