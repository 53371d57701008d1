import type { VersionRow } from '@avow/vault';
import type { PersonId, PolicyDigest } from '../face/ids.ts';
import type { Notice } from '../face/notices.ts';
import type { Mailing } from '../mailing/mailing.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { announcementFrom, announcementOf } from '../register/announcement.ts';
import { mailedRef, mailedTo } from '../register/mailed.ts';
import { policyStanding, type Standing, standingIn } from '../register/version.ts';
import type { Rows } from '../rows/reading.ts';

/** The kind of the evidence that somebody was told, by whatever channel. */
export const NOTICE = 'notice';

const DAY = 24 * 3_600_000;

/** Whoever was not reached before the date is told for so long after it. */
const LATEST = 30 * DAY;

export function noticeFrom(row: VersionRow): Notice {
  const { version, revision, postponed, summary, major, announced, said } = announcementFrom(row);
  const isPostponed = postponed ? 'postponed' : 'announced';
  return {
    version: version as PolicyDigest,
    revision: revision ?? 1,
    about: row.state === 'withdrawn' ? 'withdrawn' : isPostponed,
    ...{ summary, major, announced: said ?? announced, from: row.from ?? 0 },
  };
}

/** Names a notice among the others; its revision is that of what was said. */
export function noticeId({ version, revision }: Pick<Notice, 'version' | 'revision'>): string {
  return `${version}.${revision}`;
}

export function centreRef(notice: Pick<Notice, 'version' | 'revision'>): string {
  return mailedRef(NOTICE, `${noticeId(notice)} centre`);
}

/** Whether people are told of it at a moment: until some time after its date, or until it would have come. */
export function isTold(row: VersionRow, { inForce, coming }: Standing, now: number): boolean {
  const from = row.from ?? 0;
  if (row.state === 'withdrawn') return now < from;
  const { version } = announcementFrom(row);
  return coming?.digest === version || (inForce?.digest === version && now < from + LATEST);
}

/** What tells whether somebody is to be told. */
export function concernReads(version: string): Mailing['reads'] {
  return (person) => [
    acceptanceOf(person),
    mailedTo(person, NOTICE),
    announcementOf(version),
    policyStanding,
  ];
}

/**
 * In which language a notice is for somebody, if it is: for whoever accepted what it changes. That a
 * version does not come is told to nobody who was not told that it comes.
 */
export function concernedBy(notice: Notice): Mailing['concerns'] {
  const { version, revision } = notice;
  return (rows, person, now) => {
    const [row] = rows.of(announcementOf(version));
    if (row === undefined || noticeFrom(row).revision !== revision) return undefined;
    if (!isTold(row, standingIn(rows, now), now)) return undefined;
    const [acceptance] = rows.of(acceptanceOf(person));
    if (acceptance?.state !== 'accepted') return undefined;
    const { policy, language } = acceptanceFrom(acceptance);
    const isFor = notice.about === 'withdrawn' ? wasTold(rows, person, notice) : policy !== version;
    return isFor ? language : undefined;
  };
}

const REACHED: ReadonlySet<string> = new Set(['sent', 'sending', 'shown']);

/** Whether an earlier revision reached somebody, by whatever channel. */
function wasTold(rows: Rows, person: PersonId, { version, revision }: Notice): boolean {
  const refs = Array.from({ length: revision - 1 }, (_, at) => {
    const earlier = { version, revision: at + 1 };
    return [mailedRef(NOTICE, noticeId(earlier)), centreRef(earlier)];
  }).flat();
  return rows
    .of(mailedTo(person, NOTICE))
    .some(({ ref, state }) => ref !== null && refs.includes(ref) && REACHED.has(state));
}
