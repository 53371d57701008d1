import { UsageError } from '../arguments/usage.ts';

const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What `AVOW_REGIONS` says: `home=https://cn.market.example,us=https://us.market.example`. */
export function regionsIn(text: string | undefined): Readonly<Record<string, string>> {
  if (!text) return {};
  const regions = text.split(',').map(regionOf);
  // Which of two was meant is anybody's guess.
  if (new Set(regions.map(([name]) => name)).size < regions.length) throw wrong();
  return Object.fromEntries(regions);
}

function regionOf(part: string): readonly [string, string] {
  const [, name = '', url = ''] = /^\s*([^=\s]+)=(\S+)\s*$/.exec(part) ?? [];
  const address = deploymentAt(url);
  if (name === '' || address === undefined) throw wrong();
  return [name, address];
}

/** Where another deployment is, if an address says so and no more: over TLS, or on this machine. */
export function deploymentAt(url: string): string | undefined {
  const told = URL.parse(url);
  const isSafe =
    told?.protocol === 'https:' || (told?.protocol === 'http:' && HERE.has(told.hostname));
  const isBare = !/[?#]/.test(url) && told?.username === '' && told.password === '';
  return isSafe && isBare ? url.replace(/\/+$/, '') : undefined;
}

function wrong(): UsageError {
  return new UsageError(
    'AVOW_REGIONS names regions, each once, and where they are (https, or http on this machine), as in home=https://cn.example; one of its parts is none.',
  );
}
