import { type Permit, selects } from './rule.ts';
import type { Text } from './text.ts';

/**
 * One cookie of the register (RFC 6265bis): what it does, in words; the purpose it serves, a leaf; who
 * sets it; how many `days` it lives, or with the browser's session if that is not said. `scripts`:
 * scripts of the page may read it, so it does not carry `HttpOnly`. `path` (`/` unless stated) and
 * `domain` (this host alone unless stated) are those that it is set with, and removed with.
 */
export interface Cookie {
  readonly label: Text;
  readonly purpose: string;
  readonly by: string;
  readonly days?: number;
  readonly scripts?: boolean;
  readonly path?: string;
  readonly domain?: string;
}

/** Cookies by name. A name that ends in `*` stands for all that begin with what is before it. */
export type Cookies = Readonly<Record<string, Cookie>>;

/**
 * The entry of the register for a cookie of this name, with the name or pattern it is listed under.
 * One listed by its own name goes before one listed by a pattern, a longer pattern before a shorter.
 */
export function findCookie(
  cookies: Cookies,
  name: string,
): (Cookie & { readonly listed: string }) | undefined {
  const own = Object.hasOwn(cookies, name) && !name.endsWith('*') ? cookies[name] : undefined;
  if (own !== undefined) return { ...own, listed: name };
  const pattern = Object.keys(cookies)
    .filter((listed) => listed.endsWith('*') && name.startsWith(listed.slice(0, -1)))
    .sort((a, b) => b.length - a.length)[0];
  return pattern === undefined ? undefined : { ...cookies[pattern]!, listed: pattern };
}

/** Whether a permit speaks of what a cookie is for, and of who sets it. */
export function permitsCookie({ purposes, recipients }: Permit, { purpose, by }: Cookie): boolean {
  return purposes !== 'any' && selects(purposes, purpose) && selects(recipients, by);
}
