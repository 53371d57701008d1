import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import { deskRef } from './case.ts';

/**
 * What one who holds no key may look at, through us: a row of the person's, in the case. Whoever it is for
 * is read from the case, and what may be seen is decided at each look. Its state: issued, redeemed, closed.
 */
export interface PortalBody {
  readonly case: string;
  readonly categories: readonly string[];
  /** Until when its ticket can be redeemed. */
  readonly redeemBy: number;
  readonly redeemed: number | null;
}

export const PORTAL = 'desk.portal';

/** The most portals of one case. */
export const MOST_PORTALS = 100;

export function portalRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function portalRows(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), PORTAL], limit: MOST_PORTALS };
}

export function portalIn(
  rows: Rows,
  id: string,
): (PortalBody & { readonly row: EvidenceRow }) | undefined {
  const [row] = rows.of(portalRow(id));
  return row?.kind === PORTAL ? { ...portalFrom(row), row } : undefined;
}

export function portalFrom({ body }: EvidenceRow): PortalBody {
  return JSON.parse(body) as PortalBody;
}
