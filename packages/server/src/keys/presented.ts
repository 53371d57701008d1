/** The API key, or token of a party, that a request presents in `Authorization` (RFC 6750 §2.1), if any. */
export function presentedIn(header: string | undefined): string | undefined {
  return /^Bearer +(av[kt]_\S+)$/i.exec(header ?? '')?.[1];
}
