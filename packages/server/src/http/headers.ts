import type { MiddlewareHandler } from 'hono';

/**
 * What every answer says about how it may be used. Pages need one stylesheet and at most module
 * scripts of our own; nothing inline, nothing from elsewhere, nothing framed. A mounted application
 * may set a stricter or other value of its own: what it set is left as it is.
 */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // A page's address may say which order or case somebody looks at: nobody else is told. Within the
  // site it must be told, or browsers send forms with `Origin: null`, and no check could know ours.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
};

/** Puts them on every answer. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  // `c.header` also takes answers whose own headers cannot be changed, such as `Response.redirect`.
  for (const [name, value] of Object.entries(headers)) {
    if (!c.res.headers.has(name)) c.header(name, value);
  }
  // Answers of the interface hold personal values: no cache keeps them.
  if (c.req.path.startsWith('/v1/') && !c.res.headers.has('cache-control')) {
    c.header('cache-control', 'no-store');
  }
};
