/**
 * Whether a page of this very host sent it. Every browser says so with what is posted; hosts are compared,
 * not schemes, for behind a proxy that ends TLS the two differ rightly.
 */
export function isFromHere(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(request.url).host;
}
