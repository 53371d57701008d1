import type { ListedCookie } from 'avow';
import { type Setting, written } from './header.ts';

const DAY = 24 * 60 * 60;

/**
 * A setting held to what the register says: it lives no longer, scripts read it only if they may, it
 * goes nowhere else. What the page about cookies says is then true whatever the application wrote.
 */
export function heldTo(listed: ListedCookie, setting: Setting, now: number): string {
  const attributes = new Map(setting.attributes);
  const most = (listed.days ?? 0) * DAY;
  if (most === 0) for (const name of ['max-age', 'expires']) attributes.delete(name);
  else if (lifeOf(attributes, now) > most) {
    attributes.delete('expires');
    attributes.set('max-age', `Max-Age=${most}`);
  }
  if (!listed.scripts && !attributes.has('httponly')) attributes.set('httponly', 'HttpOnly');
  attributes.set('path', `Path=${listed.path ?? '/'}`);
  if (listed.domain === undefined) attributes.delete('domain');
  else attributes.set('domain', `Domain=${listed.domain}`);
  return written({ ...setting, attributes });
}

/** In seconds; without a stated end, with the browser's session. */
function lifeOf(attributes: Setting['attributes'], now: number): number {
  const value = (name: string) => attributes.get(name)?.split('=').slice(1).join('=').trim() ?? '';
  if (attributes.has('max-age')) {
    const age = Number(value('max-age'));
    // A browser ignores one that is no number, and we cannot know what it makes of the rest.
    return Number.isFinite(age) ? age : Number.POSITIVE_INFINITY;
  }
  if (!attributes.has('expires')) return 0;
  const expires = Date.parse(value('expires'));
  return Number.isNaN(expires) ? Number.POSITIVE_INFINITY : (expires - now) / 1_000;
}

/** Takes a cookie out of the browser, by the name, path and domain it was set with. */
export function removal(name: string, { path = '/', domain }: ListedCookie): string {
  const scope = domain === undefined ? '' : `; Domain=${domain}`;
  return `${name}=; Path=${path}${scope}; Max-Age=0; HttpOnly`;
}
