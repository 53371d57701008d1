import type { Words } from '@avow/policy';
import type { Done, InUnit } from '../../act/deed.ts';
import type { Deployment } from '../../deployment.ts';
import type { Delivered } from '../../face/cases.ts';
import type { PortalId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { type AboutCase, deskRef } from '../../register/desk/case.ts';
import {
  MOST_PORTALS,
  PORTAL,
  type PortalBody,
  portalIn,
  portalRow,
  portalRows,
} from '../../register/desk/portal.ts';
import { addEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { wordFor } from './ticket.ts';

/** How long a ticket waits to be redeemed. */
const TICKET_LIFE = 7 * 24 * 3_600_000;

/** Makes a portal for whoever a case leads to. Nothing is opened: that is decided at each look. */
export function issuing(
  about: AboutCase,
  id: string,
  { rows, now }: InUnit,
): Done<{ readonly portal: PortalId }> {
  if (rows.of(portalRows(about.case)).length >= MOST_PORTALS) {
    throw new AvowError('AVOW_TOO_MANY', 'was delivered too often', 'case');
  }
  const body: PortalBody = {
    case: about.case,
    categories: about.categories,
    redeemBy: Math.min(now + TICKET_LIFE, about.expires),
    redeemed: null,
  };
  const { person, case: inCase } = about;
  const row = { id, kind: PORTAL, person, ref: deskRef(inCase), state: 'issued', at: now };
  return {
    value: { portal: id as PortalId },
    changes: [addEvidence(row, body)],
    touched: [id],
    kept: { portal: id },
  };
}

/** What its recipient is sent. */
export async function issued(
  { vault }: Deployment,
  portal: PortalId,
): Promise<Extract<Delivered<Words>, { by: 'portal' }>> {
  const found = portalIn(await readNow(vault, portalRow(portal)), portal);
  if (found === undefined) {
    throw new AvowError('AVOW_STATE', 'what this request delivered is gone', 'idempotencyKey');
  }
  const ticket = wordFor(vault, 'ticket', portal);
  return { by: 'portal', portal, ticket, redeemBy: found.redeemBy };
}
