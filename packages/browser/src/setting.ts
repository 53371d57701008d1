import type { Listed } from './state.ts';

const DAY = 86_400;

/** One setting as a script writes it to `document.cookie`. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What stands before the first `=` is the name; without one there is none, and no register lists it. */
export function settingIn(text: string): Setting {
  const [pair = '', ...rest] = text.split(';');
  const at = pair.indexOf('=');
  const attributes = rest.map((part): [string, string] => {
    const sign = `${part}=`.indexOf('=');
    return [part.slice(0, sign).trim().toLowerCase(), part.slice(sign + 1).trim()];
  });
  return {
    name: pair.slice(0, Math.max(at, 0)).trim(),
    value: pair.slice(at + 1).trim(),
    attributes: new Map(attributes),
  };
}

/** In seconds from now; undefined: with the browser's session. `NaN` where nobody can tell. */
function lifeOf({ attributes }: Setting): number | undefined {
  const age = attributes.get('max-age');
  // A browser ignores one that is no whole number, and nobody can tell what it makes of the rest.
  if (age !== undefined) return /^-?\d+$/.test(age) ? Number(age) : Number.NaN;
  const expires = attributes.get('expires');
  return expires === undefined ? undefined : (Date.parse(expires) - Date.now()) / 1000;
}

/** Whether it only takes a cookie away. */
export function isRemoval(setting: Setting): boolean {
  const life = lifeOf(setting);
  return life !== undefined && life <= 0;
}

/** Takes a cookie away, in our words: what was written may mean something else to a browser. */
export function removal({ name, attributes }: Setting): string {
  const scope = ['path', 'domain'].flatMap((each) => {
    const value = attributes.get(each);
    return value ? [`${each}=${value}`] : [];
  });
  const flags = ['secure', 'partitioned'].filter((each) => attributes.has(each));
  return [`${name}=`, ...scope, ...flags, 'Max-Age=0'].join('; ');
}

/** A setting held to the register: it lives no longer, and goes nowhere else. */
export function heldTo({ days, path = '/', domain }: Listed, setting: Setting): string {
  const { name, value, attributes } = setting;
  const life = lifeOf(setting);
  const most = days === undefined ? undefined : days * DAY;
  const kept =
    life === undefined || most === undefined
      ? undefined
      : Math.min(most, Number.isNaN(life) ? most : Math.floor(life));
  const sameSite = attributes.get('samesite');
  return [
    `${name}=${value}`,
    `Path=${path}`,
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(kept === undefined ? [] : [`Max-Age=${kept}`]),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
    ...(attributes.has('secure') ? ['Secure'] : []),
    ...(attributes.has('partitioned') ? ['Partitioned'] : []),
  ].join('; ');
}

/** The entry of the register for a name: its own before a pattern, a longer pattern before a shorter. */
export function listedIn(cookies: readonly Listed[], name: string): Listed | undefined {
  const isFor = (one: Listed) =>
    one.name.endsWith('*') ? name.startsWith(one.name.slice(0, -1)) : one.name === name;
  const rank = ({ name: listed }: Listed) => (listed.endsWith('*') ? listed.length : 9999);
  return cookies.filter(isFor).sort((a, b) => rank(b) - rank(a))[0];
}
