/** The token that a request came with (RFC 6750 section 2.1), if it came with one. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}
