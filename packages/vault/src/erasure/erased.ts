import type { OpenedReceipt } from '../log/receipt.ts';

/** A legal hold that stands. */
export interface StandingHold {
  /** The id of its evidence. */
  readonly id: string;
  /** When it ends by itself: epoch ms; null if somebody must lift it. */
  readonly until: number | null;
  /** The categories that it covers; null for everything about the person. */
  readonly categories: readonly string[] | null;
}

/**
 * An erasure as far as it has come when it is answered: refused everywhere, keys gone; or, under a
 * legal hold, closed to everyone but the law.
 */
export interface Erased {
  /** The holds that keep the keys from being destroyed; none if they are. */
  readonly held: readonly StandingHold[];
  /**
   * The tombstone's receipt, with its opening, which after this nobody else holds; null if the
   * person had been erased before.
   */
  readonly receipt: OpenedReceipt | null;
  /**
   * Resolves when ciphertext and indexes (of what is not held) are swept too, or when that was cut off by a fault (which
   * is reported) or by closing; `sweepExpired` and the next start take it up again.
   */
  readonly swept: Promise<void>;
}
