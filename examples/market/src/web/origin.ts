import type { MiddlewareHandler } from 'hono';
import { faultPage } from './fault.ts';
import type { Env } from './visit.ts';

/**
 * Refuses a form that another site sent. The session cookie is `SameSite=Lax` already; this holds
 * for browsers and situations where that alone does not (OWASP, Cross-Site Request Forgery
 * Prevention: verifying the origin). Every browser sends `Origin` with a form that is posted.
 */
export const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const { host } = new URL(c.req.url);
  const origin = c.req.header('origin');
  // Hosts are compared, not schemes: behind a proxy that ends TLS the two differ rightly.
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return next();
  return faultPage(c, 'foreign');
};
