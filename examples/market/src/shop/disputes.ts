import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { OrderId, PersonId } from 'avow';

/** What may be wrong with an order. Words of the market's: what the sides write stays in their messages. */
export const reasons = ['notArrived', 'notAsDescribed', 'damaged', 'notPaid', 'other'] as const;
export type Reason = (typeof reasons)[number];

/** What whoever disputes asks for. */
export const wishes = ['refund', 'again', 'payment', 'end'] as const;
export type Wish = (typeof wishes)[number];

/** How the desk decides: the money goes back; the order stands, and ends; or it goes on. */
export const verdicts = ['refund', 'stands', 'goesOn'] as const;
export type Verdict = (typeof verdicts)[number];

/** How it came to an end. */
export type Outcome = 'agreed' | 'withdrawn' | 'closed' | Verdict;

/** A matter between the two sides of an order. */
export interface Dispute {
  readonly id: string;
  readonly purchase: OrderId;
  readonly by: PersonId;
  readonly reason: Reason;
  readonly wish: Wish;
  readonly opened: number;
  /** When the other side said that it sees it otherwise; since then the desk decides. */
  readonly contested: number | null;
  readonly outcome: Outcome | null;
  /** Which operator decided, if one did. */
  readonly decider: string | null;
  readonly ended: number | null;
}

export interface Disputes {
  /** Undefined where one of this order goes on already. */
  open(what: Pick<Dispute, 'purchase' | 'by' | 'reason' | 'wish'>): Dispute | undefined;
  get(id: string): Dispute | undefined;
  /** All of an order, the newest first. */
  of(purchase: OrderId): Dispute[];
  /** The one of an order that is not over; there is one at most. */
  current(purchase: OrderId): Dispute | undefined;
  /** All that are not over, the oldest first. */
  goingOn(): Dispute[];
  /** False when it had been, or was over. */
  contest(id: string): boolean;
  end(id: string, outcome: Outcome, decider?: string): boolean;
}

export function disputes(database: DatabaseSync, now: () => number): Disputes {
  const insert = database.prepare(
    'INSERT INTO dispute (id, purchase, by, reason, wish, opened) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const byId = database.prepare('SELECT * FROM dispute WHERE id = ?');
  const byPurchase = database.prepare(
    'SELECT * FROM dispute WHERE purchase = ? ORDER BY opened DESC, id LIMIT 50',
  );
  const current = database.prepare('SELECT * FROM dispute WHERE purchase = ? AND ended IS NULL');
  const open = database.prepare(
    'SELECT * FROM dispute WHERE ended IS NULL ORDER BY opened, id LIMIT 200',
  );
  const contest = database.prepare(
    'UPDATE dispute SET contested = ? WHERE id = ? AND contested IS NULL AND ended IS NULL',
  );
  const end = database.prepare(
    'UPDATE dispute SET outcome = ?, decider = ?, ended = ? WHERE id = ? AND ended IS NULL',
  );
  const get = (id: string) => byId.get(id) as Dispute | undefined;

  return {
    open({ purchase, by, reason, wish }) {
      const id = randomUUID();
      return insert.run(id, purchase, by, reason, wish, now()).changes === 1 ? get(id) : undefined;
    },
    get,
    of: (purchase) => byPurchase.all(purchase) as unknown as Dispute[],
    current: (purchase) => current.get(purchase) as Dispute | undefined,
    goingOn: () => open.all() as unknown as Dispute[],
    contest: (id) => contest.run(now(), id).changes === 1,
    end: (id, outcome, decider) => end.run(outcome, decider ?? null, now(), id).changes === 1,
  };
}
