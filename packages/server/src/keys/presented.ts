/** The API key that a request presents in its `Authorization` header (RFC 6750 §2.1), if any. */
export function presentedIn(header: string | undefined): string | undefined {
  return /^Bearer +(avk_\S+)$/i.exec(header ?? '')?.[1];
}
