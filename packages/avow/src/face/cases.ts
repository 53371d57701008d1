import type { CategoryName, Words } from '@avow/policy';
import type { Approvable, Case, CaseState, CaseType, RefusedBecause } from './case.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { RunningOut, Sealed } from './disclosures.ts';
import type {
  AuthorityOrderId,
  BasisId,
  CaseId,
  EntryId,
  OrderId,
  PartyId,
  PersonId,
  PortalId,
  StatutoryDutyId,
} from './ids.ts';

/** What was delivered: sealed for a party with a key, else a ticket to a view. */
export type Delivered<V extends Words> =
  | ({ readonly by: 'seal' } & Sealed<V>)
  | {
      readonly by: 'portal';
      readonly portal: PortalId;
      /** To be handed to the recipient. Whoever redeems it has signed in, once, before `redeemBy`. */
      readonly ticket: string;
      readonly redeemBy: number;
    };

type Kept<V extends Words> = Promise<Case<V> & { readonly entry: EntryId }>;
type Ended<V extends Words> = Promise<Case<V> & RunningOut & { readonly entry: EntryId }>;

interface Step extends Idempotent {
  readonly case: CaseId;
  /** Who does it: an operator appointed to the desk, unless a method says otherwise. */
  readonly by: PersonId;
}

/** What a case is opened with, whichever it is. */
interface Opening extends Idempotent {
  readonly person: PersonId;
  readonly by: PersonId;
  /** When it ends by itself: a year ahead at most. Default: 90 days. */
  readonly expires?: number;
}

/** What a case is opened with: its type says what it rests on. */
export type CaseOpening<V extends Words> = Opening &
  (
    | { readonly type: 'support' | 'leak' }
    | {
        readonly type: 'law';
        readonly to: { readonly party: PartyId };
        readonly categories: readonly CategoryName<V>[];
        readonly evidence: AuthorityOrderId | StatutoryDutyId;
      }
    | {
        readonly type: 'violation';
        readonly to: { readonly party: PartyId };
        readonly categories: readonly CategoryName<V>[];
        /** A violation of this person that is upheld, or will have to be. */
        readonly evidence: string;
      }
    | {
        readonly type: 'basis';
        readonly to: { readonly party: PartyId };
        readonly categories: readonly CategoryName<V>[];
        readonly evidence: BasisId;
      }
    | {
        readonly type: 'order';
        readonly to: { readonly user: PersonId };
        readonly categories: readonly CategoryName<V>[];
        readonly order: OrderId;
      }
  );

/**
 * Why somebody takes no step in a case: nobody appointed them or they are suspended, it concerns them, or they had to
 * do with what is appealed.
 */
export type Hindered = 'notAppointed' | 'concerned' | 'before';

/**
 * **Cases.** A request to the policy *names* a case, and the facts are read from its rows: who handles it,
 * what it rests on, who approved exactly that. So an approval cannot be had for one thing and used for
 * another, and nothing that is said about a case makes anything possible that its records do not.
 */
export interface Cases<V extends Words> {
  /**
   * By an operator; `support` and `leak` also by the person, `order` also by the side that asks.
   * `AVOW_NOT_FOUND` if `by` is neither.
   */
  open(what: CaseOpening<V>): Kept<V>;
  /**
   * Hands it to an operator, who may see what the policy says while the case goes on. `AVOW_STATE` if it concerns
   * them; as every other step is by nobody whom the case concerns.
   */
  assign(what: Step & { readonly operator: PersonId }): Kept<V>;
  /** What there is to approve, and what is missing. Records nothing. */
  approvable(id: CaseId): Promise<Approvable<V> | undefined>;
  /**
   * Approves exactly what has this digest. `AVOW_STATE` if it is another one by now, the case is over,
   * takes no approval, or was opened or asked for by the same operator; `AVOW_EXISTS` for a second time.
   */
  approve(what: Step & { readonly digest: string }): Kept<V>;
  /** Ends it with a reason. */
  refuse(what: Step & { readonly reason: RefusedBecause }): Ended<V>;
  /**
   * Hands over what the case is about: the act `disclose`, decided now. Also by the one who complains
   * or asks. To a party with a key it is sealed, to anybody else shown in a portal. The person is told
   * in the same moment, or when a bar ends; and it is counted.
   */
  deliver(what: Step): Promise<Decided<Delivered<V>>>;
  /** Ends it: what was handed over in it opens no more when this returns. */
  close(what: Step): Ended<V>;
  /**
   * The person, or whoever asked, has somebody else look at a case again: a case of its own, due in 15 days,
   * which nobody who had to do with the first, or whom it concerns, may handle or settle. While a bar stands
   * there is no such case.
   */
  appeal(what: Step): Kept<V>;
  /** Decides an appeal. `upheld`: what was wrong is undone, the case that it was about is closed. */
  settle(what: Step & { readonly upheld: boolean }): Ended<V>;
  /** Why an operator may take no step in a case; undefined: nothing of who they are is in the way. Records nothing. */
  hindered(what: { readonly case: CaseId; readonly by: PersonId }): Promise<Hindered | undefined>;
  /** `apart`: see `list`. */
  get(id: CaseId, who?: { readonly apart?: PersonId }): Promise<Case<V> | undefined>;
  /**
   * In the order of ids, after `after`. `apart`: for this operator, who is shown no case that concerns themself, nor that
   * there is one; it may be one that they must not know of.
   */
  list(which?: {
    readonly state?: CaseState;
    readonly type?: CaseType;
    readonly operator?: PersonId;
    readonly apart?: PersonId;
    readonly after?: CaseId;
    readonly limit?: number;
  }): Promise<readonly Case<V>[]>;
  /** A person's own cases, for the person: those they must not know of yet are left out. */
  of(person: PersonId): Promise<readonly Case<V>[]>;
}
