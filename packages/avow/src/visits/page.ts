import { malformed, text } from '../door/text.ts';

/** Longest addresses: as they come in, and as their paths are kept. */
const LONGEST_GIVEN = 8_192;
const LONGEST_PAGE = 2_048;

/** A scheme with its host and whoever is named before it, or a host alone. */
const authority = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]*/i;

/**
 * Where a path ends. A server that decodes a path once too often finds a query behind `%3F` as well, and
 * what stands behind a semicolon (`;jsessionid=…`) tells people apart like a query does.
 */
const end = /[?#;]|%(?:25)*(?:3f|23|3b)/i;

/** The path of a page, whatever was given: no host, no query, no fragment (1.b.4). */
export function pageOf(field: string, value: unknown): string {
  const given = text(field, value, LONGEST_GIVEN).trim();
  const rest = given.replace(authority, '');
  const path = rest.slice(0, rest.search(end) < 0 ? undefined : rest.search(end)) || '/';
  // `mailto:` and its like have no path, only what may name somebody.
  if (!path.startsWith('/') && /[:@\\]/.test(path)) {
    throw malformed(field, 'must be a path, a web address or the name of a screen');
  }
  if (path.length > LONGEST_PAGE) {
    throw malformed(field, `must be a path of at most ${LONGEST_PAGE} characters`);
  }
  return path;
}
