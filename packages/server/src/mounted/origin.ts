/** As much of Hono's request as tells where it came from. */
interface Asked {
  readonly method: string;
  readonly url: string;
  header(name: 'origin'): string | undefined;
}

/**
 * Whether a form was sent by a page of ours, and not by another site, whatever the platform's session is
 * worth by itself (OWASP, Cross-Site Request Forgery Prevention: verifying the origin). Every browser sends
 * `Origin` with a form that is posted. `expected`: the origin, where the platform says which it is.
 */
export function isFromHere(request: Asked, expected: string | undefined): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const origin = request.header('origin');
  if (expected !== undefined) return origin === expected;
  const { host } = new URL(request.url);
  // Hosts are compared, not schemes: behind a proxy that ends TLS the two differ rightly.
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
