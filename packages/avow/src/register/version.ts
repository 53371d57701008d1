import type { Lock, VersionRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';

/**
 * Versions of the policy and of the documents stand in one table. A row is small, for every decision
 * reads which version is in force; the policy itself, as JSON, lies in a row of its own beside it.
 */
export const POLICY = 'policy';
export const SOURCE = 'policy-source';

/** What the row of a version of the policy says beside its digest. */
export interface VersionBody {
  readonly policy: string;
  readonly meaning: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Whether it was announced: then no program that brings another puts it aside by starting. */
  readonly announced?: true;
  /** Categories that it drops, or whose class of retention: nothing comes into them any more. */
  readonly drops?: readonly string[];
}

export function versionBody(row: VersionRow): VersionBody {
  return JSON.parse(row.body) as VersionBody;
}

/** The version of a document that is in force. For the policy, see `policyStanding`. */
export function versionInForce(name: string): ReadOf<'version'> {
  return { table: 'version', by: 'name', equals: [name, 'in-force'], limit: 1 };
}

/**
 * The rows that say which version of the policy decides: the one put in force, and the one that was
 * announced, `coming`. Both states follow `archived` in the index, and no other lies between.
 */
export const policyStanding: ReadOf<'version'> = {
  table: 'version',
  by: 'name',
  equals: [POLICY],
  after: 'archived',
  upTo: 'in-force',
  limit: 2,
};

/** What stands at a moment. */
export interface Standing {
  /** The version that decides: the announced one from its date on, whether or not anything ran then. */
  readonly inForce: VersionRow | undefined;
  /** Announced, its date still to come. */
  readonly coming: VersionRow | undefined;
  /** Put aside by an announced one whose date has come, and not archived yet. */
  readonly past: VersionRow | undefined;
}

export function standingAt(rows: readonly VersionRow[], now: number): Standing {
  const announced = rows.find(({ state }) => state === 'coming');
  const put = rows.find(({ state }) => state === 'in-force');
  if (announced === undefined || (announced.from ?? 0) > now) {
    return { inForce: put, coming: announced, past: undefined };
  }
  return { inForce: announced, coming: undefined, past: put };
}

/** Needs `policyStanding` to have been read. */
export function standingIn(rows: Rows, now: number): Standing {
  return standingAt(rows.of(policyStanding), now);
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
