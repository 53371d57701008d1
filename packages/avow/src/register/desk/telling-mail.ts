import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { addEvidence } from '../../rows/change.ts';
import type { ReadOf } from '../../rows/reading.ts';
import { type MailedBody, mailedRef } from '../mailed.ts';

/** That a disclosure is told by mail as well, and how far that has come: a row like every message's. */
export const TOLD_BY_MAIL = 'toldByMail';

/** A message that waits from now on. Comes with the telling, never before: while a bar stands there is none. */
export function mailOwed(id: string, person: string, telling: string, now: number): AuditedChange {
  const ref = mailedRef(TOLD_BY_MAIL, telling);
  const row = { id, kind: TOLD_BY_MAIL, person, ref, state: 'waiting', at: now };
  const body: MailedBody = { tries: 0 };
  return addEvidence(row, body);
}

/** Messages that wait, a page at a time in the order of their ids. */
export function mailsOwed(limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [TOLD_BY_MAIL, 'waiting'], ...from, limit };
}

/** The telling that a message is about. */
export function tellingOf({ ref }: EvidenceRow): string {
  const [, telling = ''] = JSON.parse(ref ?? '[]') as readonly string[];
  return telling;
}
