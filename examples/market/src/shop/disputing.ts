import type { PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Dispute, Outcome, Reason, Verdict, Wish } from './disputes.ts';
import { close } from './ordering.ts';
import type { Purchase } from './purchases.ts';

/** How long the other side has to answer before the desk may decide without it. */
const ANSWER_WITHIN = 3 * 24 * 3_600_000;

/** Opens a matter on an order. Avow's register says so first: 3.f speaks of disputes as well. */
export async function openDispute(
  { avow, disputes }: Market,
  { id: order }: Purchase,
  what: { readonly by: PersonId; readonly reason: Reason; readonly wish: Wish },
): Promise<Dispute | undefined> {
  if (disputes.current(order) !== undefined) return undefined;
  await avow.orders.dispute({ order, by: what.by });
  return disputes.open({ purchase: order, ...what });
}

/** Whether the desk may decide: the other side sees it otherwise, or has said nothing for three days. */
export const isReady = ({ contested, opened }: Dispute, now: number): boolean =>
  contested !== null || opened + ANSWER_WITHIN <= now;

/** The two sides agree on what was asked for: it ends the order, or the order goes on to be carried out. */
export const agree = (market: Market, purchase: Purchase, dispute: Dispute) =>
  settle(market, purchase, dispute, 'agreed', { ends: endedBy(dispute.wish) });

/** Whoever opened it takes it back; the order goes on. */
export const takeBack = (market: Market, purchase: Purchase, dispute: Dispute) =>
  settle(market, purchase, dispute, 'withdrawn', { ends: false });

/** The desk decides. */
export const decide = (
  market: Market,
  purchase: Purchase,
  dispute: Dispute,
  { verdict, decider }: { readonly verdict: Verdict; readonly decider: string },
) => settle(market, purchase, dispute, verdict, { ends: verdict !== 'goesOn', decider });

const endedBy = (wish: Wish): boolean => wish === 'refund' || wish === 'end';

/**
 * Ends the matter, then what it means for the order. Of two that end it at once one does. Cut off in between,
 * the order is in dispute without a matter, and either side can open one again or the buyer close it.
 */
async function settle(
  market: Market,
  purchase: Purchase,
  { id, by }: Dispute,
  outcome: Outcome,
  { ends, decider }: { readonly ends: boolean; readonly decider?: string },
): Promise<boolean> {
  if (!market.disputes.end(id, outcome, decider)) return false;
  if (ends) await close(market, purchase);
  else await market.avow.orders.settle({ order: purchase.id, by, idempotencyKey: `settled-${id}` });
  return true;
}
