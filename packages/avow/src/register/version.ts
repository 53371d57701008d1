import type { Lock } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';

/**
 * Versions of the policy and of the documents stand in one table. A row is small, for every decision
 * reads which version is in force; the policy itself, as JSON, lies in a row of its own beside it.
 */
export const POLICY = 'policy';
export const SOURCE = 'policy-source';

export function versionInForce(name: string): ReadOf<'version'> {
  return { table: 'version', by: 'name', equals: [name, 'in-force'], limit: 1 };
}

export function versionOf(digest: string): ReadOf<'version'> {
  return { table: 'version', by: 'key', equals: [digest], limit: 1 };
}

export function sourceOf(digest: string): ReadOf<'version'> {
  return versionOf(sourceKey(digest));
}

export function sourceKey(digest: string): string {
  return `${SOURCE}:${digest}`;
}

/**
 * Held by whoever decides by a version, had alone by whoever puts another in force. A lock is a name;
 * with a space in it, it is no party's.
 */
export function versionLock(name: string, mode: Lock['mode']): Lock {
  return { on: 'party', id: `version ${name}`, mode };
}
