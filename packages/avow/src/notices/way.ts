import type { Words } from '@avow/policy';
import { actions, purposes } from '../conventions.ts';
import type { Notice } from '../face/notices.ts';
import { AvowError } from '../fault.ts';
import type { Mail, Message } from '../mailing/mail.ts';

/** A notice as it is written: with what the policy offers to whoever reads it. */
export interface WrittenNotice extends Notice {
  /** Whether the policy in force takes comments; where it takes none, no letter leads to a page for them. */
  readonly takesComments: boolean;
}

/** A way to send notices by mail. */
export interface NoticeWay {
  readonly mail: Mail;
  /** The policy's category of the address that they go to. */
  readonly address: string;
  /** What a notice says, in a language of the policy: see `noticeLetter`. */
  write(notice: WrittenNotice, language: string): Omit<Message, 'to'>;
  /** Messages a minute that each process sends at most. Default 600. */
  readonly perMinute?: number;
}

/** Refuses to promise a message by mail that could not be sent. */
export function mustReach(way: NoticeWay | undefined, words: Words): void {
  if (way === undefined) {
    const what =
      'this process has no way to send mail: give createAvow `notices`, or leave mail out';
    throw new AvowError('AVOW_INPUT', what, 'channels');
  }
  const { actions: acts, purposes: ends, categories } = words;
  const has = (among: object, name: string) => Object.hasOwn(among, name);
  if (!has(acts, actions.message) || !has(ends, purposes.notice) || !has(categories, way.address)) {
    const what = `mail needs the words ${actions.message}, ${purposes.notice} and ${way.address}, which the policy lacks`;
    throw new AvowError('AVOW_INPUT', what, 'channels');
  }
}
