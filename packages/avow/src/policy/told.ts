import type { Words } from '@avow/policy';
import type { VersionRow } from '@avow/vault';
import type { Announcement } from '../face/changes.ts';
import type { PolicyDigest } from '../face/ids.ts';
import type { Version } from '../face/versions.ts';
import type { AnnouncementBody } from '../register/announcement.ts';
import type { Standing } from '../register/version.ts';
import type { Edition } from './edition.ts';

/** What was in force before a version: of those that came to be so, the last one earlier. */
export function beforeOf(
  version: PolicyDigest,
  versions: readonly Version<Words>[],
): PolicyDigest | undefined {
  const own = versions.find(({ digest }) => digest === version);
  return versions.find(
    ({ digest, state, from }) =>
      digest !== version && state !== 'withdrawn' && from <= (own?.from ?? 0),
  )?.digest;
}

/** How a version stands at a moment, whatever was written down of it yet. */
export function stateOf(
  { digest, state }: VersionRow,
  { inForce, coming }: Standing,
): Version<Words>['state'] {
  if (digest === inForce?.digest) return 'in-force';
  if (digest === coming?.digest) return 'coming';
  return state === 'withdrawn' ? 'withdrawn' : 'archived';
}

/** An announcement as it is told, with how the version stands now. */
export function announcementOf(
  body: AnnouncementBody,
  from: number,
  state: Announcement['state'],
  comments: number,
): Announcement {
  const { summary, channels, major, announced, postponed = false } = body;
  const { answer, answered = 0 } = body;
  return {
    version: body.version as PolicyDigest,
    before: body.before as PolicyDigest,
    said: Math.max(body.said ?? announced, answered),
    ...{ summary, channels, major, announced, postponed, from, state, comments, answer },
  };
}

/** A version as it is told. */
export function versionFrom(
  edition: Edition,
  state: Version<Words>['state'],
  from: number,
): Version<Words> {
  const { digest, meaning, texts, policy } = edition;
  return { digest, meaning, name: policy.name, state, from, texts, policy };
}
