import type { CategoryName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EntryId, OrderId, PartyId, PersonId } from './ids.ts';

/** How an order stands. */
export type OrderState = 'open' | 'disputed' | 'closed';

/** An order between two people, and who serves in it. */
export interface Order<V extends Words> {
  readonly order: OrderId;
  readonly state: OrderState;
  /** The two sides, in the order given, and when each performed its part. One who was erased is absent. */
  readonly sides: readonly OrderSide<V>[];
  /** Who serves both sides in this order, and which categories that part needs. */
  readonly serving: readonly {
    readonly party: PartyId;
    readonly categories: readonly CategoryName<V>[];
  }[];
}

/** One of its two sides: what they did, and what they ask to be shown. */
export interface OrderSide<V extends Words> {
  readonly person: PersonId;
  /** When it first performed, wholly or in part, and when it had performed wholly. */
  readonly performed: number | undefined;
  readonly completed: number | undefined;
  /** What this side asked to be told of the other, and when. */
  readonly asked:
    | { readonly at: number; readonly categories: readonly CategoryName<V>[] }
    | undefined;
}

/**
 * The register of orders: outside the policy (6.c), with access rules of its own, and the record
 * from which facts are read: who serves whom, who performed, who asked.
 */
export interface Orders<V extends Words> {
  open(
    what: {
      readonly order: OrderId;
      readonly sides: readonly [PersonId, PersonId];
      readonly serving?: Order<V>['serving'];
    } & Idempotent,
  ): Promise<Order<V> & { readonly entry: EntryId }>;
  /** `part`: it performed in part, and owes the rest. Absent: wholly. */
  perform(
    what: OrderStep & { readonly part?: boolean },
  ): Promise<Order<V> & { readonly entry: EntryId }>;
  ask(
    what: OrderStep & { readonly categories: readonly CategoryName<V>[] },
  ): Promise<Order<V> & { readonly entry: EntryId }>;
  dispute(what: OrderStep): Promise<Order<V> & { readonly entry: EntryId }>;
  /** The dispute is over and the order goes on. `AVOW_STATE` if it is in none. */
  settle(what: OrderStep): Promise<Order<V> & { readonly entry: EntryId }>;
  /** The service to both sides ends with it, and what was handed over for it opens no more. */
  close(
    what: { readonly order: OrderId } & Idempotent,
  ): Promise<Order<V> & RunningOut & { readonly entry: EntryId }>;
  get(order: OrderId): Promise<Order<V> | undefined>;
}

/** Who does something, in which order. */
export interface OrderStep extends Idempotent {
  readonly order: OrderId;
  readonly by: PersonId;
}
