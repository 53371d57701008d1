import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { addEvidence } from '../../rows/change.ts';
import type { ReadOf } from '../../rows/reading.ts';
import { type MailedBody, mailedRef } from '../mailed.ts';

/** That a disclosure is told by mail as well, and how far that has come: a row like every message's. */
export const TOLD_BY_MAIL = 'toldByMail';

/** That somebody is called into a case: one about somebody else, in which they can answer. */
export const CALLED_BY_MAIL = 'calledByMail';

export type DeskMail = typeof TOLD_BY_MAIL | typeof CALLED_BY_MAIL;

/** A message that waits from now on. Comes with the telling, never before: while a bar stands there is none. */
export function mailOwed(
  id: string,
  person: string,
  about: string,
  now: number,
  kind: DeskMail = TOLD_BY_MAIL,
): AuditedChange {
  const ref = mailedRef(kind, about);
  const row = { id, kind, person, ref, state: 'waiting', at: now };
  const body: MailedBody = { tries: 0 };
  return addEvidence(row, body);
}

/** Messages of a kind that wait, or that are being sent, a page at a time in the order of their ids. */
export function mailsOwed(
  kind: DeskMail,
  state: 'waiting' | 'sending',
  limit: number,
  after?: string,
): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [kind, state], ...from, limit };
}

/** The telling, or the case, that a message is about. */
export function aboutOf({ ref }: EvidenceRow): string {
  const [, about = ''] = JSON.parse(ref ?? '[]') as readonly string[];
  return about;
}
