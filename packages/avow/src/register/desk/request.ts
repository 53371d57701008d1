import type { EvidenceRow } from '@avow/vault';
import type { RightAskedFor } from '../../face/requests.ts';
import type { ReadOf } from '../../rows/reading.ts';
import { deskRef } from './case.ts';

/** What somebody asks about their rights: a row of theirs in its case, with what they wrote sealed beside it. */
export interface RequestBody {
  readonly about: RightAskedFor;
}

export const REQUEST = 'desk.request';

/** What was answered: a row of theirs too, sealed under their key. */
export const ANSWER = 'desk.answer';

export function requestRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), REQUEST], limit: 1 };
}

export function answerRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), ANSWER], limit: 1 };
}

export function requestFrom({ body }: EvidenceRow): RequestBody {
  return JSON.parse(body) as RequestBody;
}
