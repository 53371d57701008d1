import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../../rows/reading.ts';
import { deskRef } from './case.ts';

/** That an operator approved exactly what has this digest: one row an operator and thing approved. */
interface ApprovalBody {
  readonly by: string;
  /** SHA-256 of what was approved, base64url. */
  readonly digest: string;
}

export const APPROVAL = 'desk.approval';

/** The most approvals that one case collects, outdated ones included. */
export const MOST_APPROVALS = 100;

export function approvalRows(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), APPROVAL], limit: MOST_APPROVALS };
}

export function approvalFrom({ body }: EvidenceRow): ApprovalBody {
  return JSON.parse(body) as ApprovalBody;
}

/** The id follows from what it says, so of the same approval twice one meets the other's row. */
export function approvalId(id: string, { by, digest }: ApprovalBody): string {
  return JSON.stringify([APPROVAL, id, digest, by]);
}
