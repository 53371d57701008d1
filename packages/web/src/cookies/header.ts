/** The cookies that a browser sent, in its order (RFC 6265 section 4.2): what has no name is left out. */
export function cookiesIn(header: string | undefined): readonly (readonly [string, string])[] {
  if (header === undefined) return [];
  return header.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    return name === '' ? [] : [[name, pair.slice(at + 1).trim()] as const];
  });
}

/** A `Cookie` header of some of them; undefined if there are none. */
export function cookieHeader(cookies: readonly (readonly [string, string])[]): string | undefined {
  return cookies.length === 0
    ? undefined
    : cookies.map(([name, value]) => `${name}=${value}`).join('; ');
}

/** One `Set-Cookie` header taken apart; attributes as they were written, by name in small letters. */
export interface Setting {
  readonly name: string;
  readonly pair: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Undefined for what no browser would take as a cookie. */
export function settingIn(header: string): Setting | undefined {
  const [pair = '', ...rest] = header.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  if (at < 1) return undefined;
  const attributes = rest
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const sign = part.indexOf('=');
      return [(sign < 0 ? part : part.slice(0, sign)).trim().toLowerCase(), part];
    });
  return { name: pair.slice(0, at).trim(), pair, attributes: new Map(attributes) };
}

/** A browser takes no other text for a date (RFC 6265 section 5.1.1), where we might: `Expires=0`. */
const isDate = /^(?=.*\d:\d{1,2}:\d).*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether it only takes a cookie away (RFC 6265 section 5.2: `Max-Age` goes before `Expires`). */
export function isRemoval({ attributes }: Setting, now: number): boolean {
  const value = (name: string) => attributes.get(name)?.split('=').slice(1).join('=').trim();
  const age = value('max-age');
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0;
  const expires = value('expires') ?? '';
  return isDate.test(expires) && Date.parse(expires) <= now;
}

/** A removal that every browser understands as one: nothing is decided about it. */
export const removing = (setting: Setting): string =>
  written({
    ...setting,
    attributes: new Map([...setting.attributes, ['max-age', 'Max-Age=0']]),
  });

export function written({ pair, attributes }: Setting): string {
  return [pair, ...attributes.values()].join('; ');
}
