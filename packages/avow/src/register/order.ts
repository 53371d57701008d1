import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** The order itself: who serves it. It names no person, so that it can stay when one is erased. */
interface OrderBody {
  readonly serving: readonly { readonly party: string; readonly categories: readonly string[] }[];
}

/** One side of it: a row of that person's. `side` is 0 or 1. */
export interface SideBody {
  readonly side: number;
  /** When it first performed, wholly or in part. */
  readonly performed: number | null;
  /** When it had performed wholly. */
  readonly completed: number | null;
  readonly asked: { readonly at: number; readonly categories: readonly string[] } | null;
}

export type OrderRecord = OrderBody & Pick<EvidenceRow, 'state'>;
export type SideRecord = SideBody & { readonly person: string };

export function orderRow(order: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [order, 'order'], limit: 1 };
}

export function sideRows(order: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [order, 'order.side'], limit: 2 };
}

/** Every order that a person is a side of. */
export function ordersOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, 'order.side'], limit: 10_000 };
}

export function orderFrom(row: EvidenceRow): OrderRecord {
  return { ...(JSON.parse(row.body) as OrderBody), state: row.state };
}

export function sideFrom(row: EvidenceRow): SideRecord {
  const body = JSON.parse(row.body) as SideBody;
  // Rows of before a part was told apart: who had performed had done so wholly.
  const { completed = body.performed } = body as Partial<SideBody>;
  return { ...body, completed, person: row.person ?? '' };
}

/**
 * The two sides of an order as one person meets them: their own and the other. Undefined if they are
 * no side of it, or the other one is somebody else than `user`.
 */
export function sidesBetween(
  rows: Rows,
  order: string,
  person: string,
  user: string,
): { readonly own: SideRecord; readonly other: SideRecord } | undefined {
  const sides = rows.of(sideRows(order)).map(sideFrom);
  const own = sides.find((side) => side.person === person);
  const other = sides.find((side) => side.person === user);
  return own && other && own !== other ? { own, other } : undefined;
}

/** Whether the order is one that still goes on: open or in dispute. */
export function goesOn(rows: Rows, order: string): boolean {
  const state = rows.of(orderRow(order))[0]?.state;
  return state === 'open' || state === 'disputed';
}
