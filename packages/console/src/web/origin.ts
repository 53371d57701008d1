import type { MiddlewareHandler } from 'hono';
import { faultPage } from './fault.ts';
import type { Console, Env } from './visit.ts';

/**
 * Refuses a form that another site sent, whatever the platform's session is worth by itself (OWASP,
 * Cross-Site Request Forgery Prevention: verifying the origin). Every browser sends `Origin` with a
 * form that is posted.
 */
export const sameOrigin =
  ({ origin: expected }: Console): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const origin = c.req.header('origin');
    if (expected !== undefined) return origin === expected ? next() : faultPage(c, 'foreign');
    const { host } = new URL(c.req.url);
    // Hosts are compared, not schemes: behind a proxy that ends TLS the two differ rightly.
    const isOurs = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
    return isOurs ? next() : faultPage(c, 'foreign');
  };
