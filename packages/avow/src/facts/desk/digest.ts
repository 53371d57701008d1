import { createHash } from 'node:crypto';
import { canonicalJson, type EvidenceRow, type Json } from '@avow/vault';
import { AUTHORITY_ORDER, type AuthorityOrderBody } from '../../register/desk/authority-order.ts';
import type { AboutCase } from '../../register/desk/case.ts';
import { VIOLATION, type ViolationBody } from '../../register/violation.ts';
import type { Rows } from '../../rows/reading.ts';
import { evidenceOf } from './evidence.ts';

/**
 * The digest of exactly what is approved: what a case was opened with, and the record that it rests on, as it
 * stands. If any of it becomes another, what was approved was something else. Needs the reads of
 * `evidenceOf`.
 */
export function digestOf(about: AboutCase, rows: Rows): string {
  const evidence = evidenceOf(about).flatMap((read) => rows.of(read).map(asApproved));
  const said = { what: 'avow/desk/approval/v1', ...about, evidence } as unknown as Json;
  return createHash('sha256').update(canonicalJson(said)).digest('base64url');
}

function asApproved({ id, kind, state, until, body }: EvidenceRow) {
  // That a bar has ended is no other order: what was approved is what is handed over, and on what.
  // Nor does it matter which of us has a violation in hand; that somebody appeals against it does.
  const {
    bar: _bar,
    handler: _handler,
    ...said
  } = JSON.parse(body) as Partial<AuthorityOrderBody & ViolationBody>;
  // How long a violation stays on record follows its measures, an order its bar: nothing that was approved.
  const follows = kind === VIOLATION || kind === AUTHORITY_ORDER;
  return { id, kind, state, until: follows ? null : until, said };
}
