import { html } from '@avow/server/look';
import type { MiddlewareHandler } from 'hono';
import { type Framing, show } from './frame.ts';
import { wordsIn } from './words/index.ts';

/**
 * Whether a request that changes something was sent by a page of this host. The cookie is `SameSite=Lax`
 * already; this holds where that alone does not (OWASP, Cross-Site Request Forgery Prevention: verifying
 * the origin). Every browser sends `Origin` with a form that is posted. Hosts are compared, not schemes:
 * behind a proxy that ends TLS the two differ rightly.
 */
export function isFromHere(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(request.url).host;
}

/** Refuses a form that another site sent. */
export const fromHere =
  (framing: Framing): MiddlewareHandler =>
  async (c, next) => {
    if (isFromHere(c.req.raw)) return next();
    const { foreign } = wordsIn(framing.reader(c).language);
    const main = html`<h1>${foreign.title}</h1><p class="lead">${foreign.lead}</p>`;
    return show(framing, c, { title: foreign.title, main }, 403);
  };
