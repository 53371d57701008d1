import type { Text } from '@avow/policy';
import type { MailingProgress } from '../mailing/mailing.ts';
import type { Idempotent } from './decision.ts';
import type { EntryId, PersonId, PolicyDigest } from './ids.ts';

/** What people are told of an announced version. Each change of what was said is a revision of its own. */
export interface Notice {
  readonly version: PolicyDigest;
  readonly revision: number;
  /** That it comes, that it comes later than was said, or that it does not come. */
  readonly about: 'announced' | 'postponed' | 'withdrawn';
  readonly summary: Text;
  readonly major: boolean;
  /** When this was said, and from when the version decides, or would have: epoch milliseconds. */
  readonly announced: number;
  readonly from: number;
}

/** A message in somebody's privacy centre. */
export interface CentreNotice extends Notice {
  /** When it was first shown to them; undefined: not yet. */
  readonly shown: number | undefined;
}

/** How far the telling of one announcement has come. Page and banner are there for everybody at once. */
export interface NoticeProgress extends Notice {
  /** Absent where it is not told by mail. */
  readonly mail?: MailingProgress;
  /** People who saw it in their centre; absent where it is not told there. */
  readonly centre?: { readonly shown: number };
  /** Whether its date is less than a day off, or past, and somebody still waits for a message. */
  readonly isOverdue: boolean;
}

/**
 * Telling people of announced versions, by the channels that were named: page and banner show what
 * `policy.announcements` and `changes.asked` say; the centre shows what is told here; mail goes out by
 * itself, every minute, from every process that was given a way to send.
 *
 * Each message is a decision about one person, and stands in their history. Nobody gets one twice: the
 * mark that it is being sent is made before the mail server is asked. So if a process ends in between,
 * that one message is `uncertain` and stays so until somebody has it sent again.
 */
export interface Notices {
  /** What is to be shown in a person's centre, newest first. Looking does not count as showing. */
  of(person: PersonId): Promise<readonly CentreNotice[]>;
  /** Writes down that a notice was shown to a person. `AVOW_NOT_FOUND` if none is for them. */
  shown(
    what: Idempotent & {
      readonly person: PersonId;
      readonly version: PolicyDigest;
      readonly revision: number;
    },
  ): Promise<{ readonly entry: EntryId; readonly at: number }>;
  /** What is being told, newest first. Reads a row or two of everybody. */
  progress(): Promise<readonly NoticeProgress[]>;
  /** Sends what waits, at most as many as a minute allows; answers how many were tried. */
  send(): Promise<number>;
  /**
   * Puts those back in line who were not reached: whose mailbox was not there, who had no address, or
   * about whom it was refused.
   * With `evenUncertain` also those who perhaps were, who may then get it a second time.
   */
  retry(what: {
    readonly version: PolicyDigest;
    readonly evenUncertain?: boolean;
  }): Promise<{ readonly count: number }>;
}
