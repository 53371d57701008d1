import type { EvidenceRow } from '@avow/vault';
import type { InfringedRight } from '../../face/complaints.ts';
import type { ReadOf } from '../../rows/reading.ts';
import { deskRef } from './case.ts';

/**
 * What a complaint about an infringed right rests on: a row of the one who complains, in its case. What the
 * right is called may say who they are, so it is sealed beside it.
 */
export interface ComplaintBody {
  readonly right: InfringedRight;
  readonly listing: string;
  readonly document: string;
  readonly verified: { readonly by: string; readonly at: number } | null;
  /** When each side asked that it be passed on. */
  readonly asked: { readonly complainant: number | null; readonly respondent: number | null };
}

export const COMPLAINT = 'desk.complaint';

/** What the other side answers: a row of theirs, sealed under their key. */
export const COUNTER = 'desk.counter';

export function complaintRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), COMPLAINT], limit: 1 };
}

export function counterRows(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), COUNTER], limit: MOST_COUNTERS };
}

/** The most answers to one complaint. */
export const MOST_COUNTERS = 20;

export interface CounterBody {
  readonly document: string | null;
}

export function complaintFrom({ body }: EvidenceRow): ComplaintBody {
  return JSON.parse(body) as ComplaintBody;
}
