import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { authorityOrderIn, isBarred } from '../register/desk/authority-order.ts';
import { type AboutCase, deskRef } from '../register/desk/case.ts';
import { OWED, stateAt, type TellingBody, TOLD } from '../register/desk/telling.ts';
import { mailOwed } from '../register/desk/telling-mail.ts';
import { addEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';

/**
 * That the person is told of a disclosure: in the same unit, since it stands in what they read from then on; or
 * owed for when the bar of the order ends. Needs what the case rests on to have been read.
 */
export function telling(
  { vault, tellings }: Pick<Deployment, 'vault' | 'tellings'>,
  about: AboutCase,
  rows: Rows,
  now: number,
): AuditedChange[] {
  const { person, case: id, type, evidence } = about;
  const order = type === 'law' && evidence !== null ? authorityOrderIn(rows, evidence) : undefined;
  const bar = order && isBarred(order, now) ? order.bar : null;
  const row = { id: vault.mint(), person, ref: deskRef(id), at: now };
  if (bar === null) {
    const body: TellingBody = { case: id, from: now, told: now };
    return [
      addEvidence({ ...row, kind: TOLD, state: 'told' }, body),
      ...(tellings ? [mailOwed(vault.mint(), person, row.id, now)] : []),
    ];
  }
  const body: TellingBody = { case: id, from: bar.until, told: null };
  return [addEvidence({ ...row, kind: OWED, state: stateAt(bar.until) }, body)];
}
