import { UsageError } from '../arguments/usage.ts';

const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What `AVOW_REGIONS` says: `home=https://cn.market.example,us=https://us.market.example`. */
export function regionsIn(text: string | undefined): Readonly<Record<string, string>> {
  if (!text) return {};
  return Object.fromEntries(text.split(',').map(regionOf));
}

function regionOf(part: string): readonly [string, string] {
  const [, name = '', url = ''] = /^\s*([^=\s]+)=(\S+)\s*$/.exec(part) ?? [];
  const told = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe =
    told?.protocol === 'https:' || (told?.protocol === 'http:' && HERE.has(told.hostname));
  if (
    name !== '' &&
    told &&
    isSafe &&
    told.search === '' &&
    told.hash === '' &&
    told.username === ''
  ) {
    return [name, url.replace(/\/+$/, '')];
  }
  throw new UsageError(
    'AVOW_REGIONS names regions and where they are (https, or http on this machine), as in home=https://cn.example; one of its parts is none.',
  );
}
