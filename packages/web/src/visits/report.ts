import type { Visit } from 'avow';
import type { Visited } from './watch.ts';

/** Bytes of what a script tells, at most. */
export const LARGEST_REPORT = 4 * 1_024;

/** Done; or malformed, from another site, too large, no JSON. */
export type Answered = 204 | 400 | 403 | 413 | 415;

const isWord = (value: string) => value.length <= 64;

/** What a script may tell, and what it must be. The rest it sends is dropped, and counted by the library. */
const holds: Readonly<Record<string, (value: string) => boolean>> = {
  page: (value) => value.startsWith('/') || /^https?:\/\//i.test(value),
  language: (value) => value.length <= 35 && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value),
  software: isWord,
  hardware: isWord,
};

/** Whether a request comes from a page of this site (OWASP, Cross-Site Request Forgery Prevention). */
export function isSameOrigin(request: Visited): boolean {
  const origin = request.header('origin');
  if (origin === undefined) return request.header('sec-fetch-site') === 'same-origin';
  // Hosts are compared, not schemes: behind a proxy that ends TLS the two differ rightly.
  const { url } = request;
  const host = request.header('host') ?? (URL.canParse(url) ? new URL(url).host : undefined);
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** What a script tells, as a visit; undefined if it is not well formed. */
export function reportIn(text: string): Visit | undefined {
  const given = parsed(text);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const visit: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    // What a request tells by itself no script tells instead: that is one more field to drop.
    const hold = Object.hasOwn(holds, name) ? holds[name] : undefined;
    if (hold === undefined) visit[`script.${name}`] = value;
    else if (typeof value !== 'string' || !isText(value)) return undefined;
    // Browsers that tell nothing of themselves say so by an empty text.
    else if (value !== '' || name === 'page') {
      if (!hold(value)) return undefined;
      visit[name] = value;
    }
  }
  return 'page' in visit ? visit : undefined;
}

const isText = (value: string) => value.isWellFormed() && !value.includes('\0');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
