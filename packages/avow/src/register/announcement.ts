import type { Text } from '@avow/policy';
import type { Draft, VersionRow } from '@avow/vault';
import type { Channel } from '../face/changes.ts';
import type { ReadOf } from '../rows/reading.ts';
import { versionOf } from './version.ts';

/** What was said of a version when it was announced. */
export interface AnnouncementBody {
  readonly version: string;
  /** The version that it follows. */
  readonly before: string;
  readonly major: boolean;
  readonly summary: Text;
  readonly channels: readonly Channel[];
  readonly announced: number;
  /** Which word on this version it is, counted from 1, and when that was said; absent: the first. */
  readonly revision?: number;
  readonly said?: number;
  /** Whether its date was moved. */
  readonly postponed?: true;
  /** The platform's answer to the comments, in each language. */
  readonly answer?: Text;
  readonly answered?: number;
}

const ANNOUNCEMENT = 'policy-announcement';

/** Everything that was announced, also what was withdrawn again. */
export const announcements: ReadOf<'version'> = {
  table: 'version',
  by: 'name',
  equals: [ANNOUNCEMENT],
  limit: 1_000,
};

export function announcementOf(version: string): ReadOf<'version'> {
  return versionOf(`${ANNOUNCEMENT}:${version}`);
}

export function announcementRow(
  state: 'announced' | 'withdrawn',
  from: number,
  body: AnnouncementBody,
): Draft<'version'> {
  const digest = `${ANNOUNCEMENT}:${body.version}`;
  return { digest, name: ANNOUNCEMENT, state, from, body: JSON.stringify(body) };
}

export function announcementFrom(row: VersionRow): AnnouncementBody {
  return JSON.parse(row.body) as AnnouncementBody;
}

/** What was said last is outdone by what is said now; people are told of each word once. */
export function nextWord(
  before: AnnouncementBody | undefined,
  now: number,
): { readonly revision: number; readonly said: number } {
  return { revision: before === undefined ? 1 : (before.revision ?? 1) + 1, said: now };
}
