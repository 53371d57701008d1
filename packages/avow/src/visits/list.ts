import type { Words } from '@avow/policy';
import { visitCategory } from '../conventions.ts';
import { AvowError } from '../fault.ts';

/**
 * The closed list of a policy: its categories below `visit`, by the names that a visit has for them. Rejects
 * with `AVOW_UNKNOWN_WORD` where the policy has none, since then there is nothing to decide about.
 */
export function listOf({ categories }: Words): ReadonlyMap<string, string> {
  const names = Object.keys(categories);
  const isLeaf = (name: string) => !names.some((other) => other.startsWith(`${name}.`));
  const start = `${visitCategory}.`;
  const listed = names.filter((name) => name.startsWith(start) && isLeaf(name));
  if (listed.length === 0) {
    const what = 'nothing is received automatically under this policy';
    throw new AvowError('AVOW_UNKNOWN_WORD', what, 'visits');
  }
  return new Map(listed.map((name) => [name.slice(start.length), name]));
}

/**
 * Names that may be told of what was dropped. A name is the caller's own text and may hold somebody's data,
 * so whatever is not among these is told as `other`.
 */
const TELLABLE: ReadonlySet<string> = new Set([
  'accuracy',
  'battery',
  'canvas',
  'city',
  'cookie',
  'cookies',
  'country',
  'email',
  'fingerprint',
  'fonts',
  'fragment',
  'geolocation',
  'gps',
  'headers',
  'host',
  'id',
  'latitude',
  'location',
  'longitude',
  'name',
  'person',
  'phone',
  'plugins',
  'query',
  'referer',
  'referrer',
  'screen',
  'search',
  'timezone',
  'title',
  'url',
  'user',
  'userAgent',
  'viewport',
  'webgl',
]);

export function tellable(name: string): string {
  return TELLABLE.has(name) ? name : 'other';
}
