/** Where to go after logging in: a page of this platform, whatever the query said. */
export function wayBack(next: string | undefined, home = '/'): string {
  // `//host` and `/\host` lead away although they begin with a slash.
  return next !== undefined && /^\/(?![/\\])[\w\-./]*$/.test(next) ? next : home;
}
