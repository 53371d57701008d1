import type { CategoryName, PurposeName, Words } from '@avow/policy';
import type { Recipient } from './acts.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { CaseId, EntryId, OrderId, PersonId } from './ids.ts';
import type { OrderState } from './orders.ts';
import type { MeasureTaken, Violation, Violations } from './violations.ts';

type Kept<Value> = Promise<Value & { readonly entry: EntryId }>;

/** An evaluation as anybody reads it: under a handle, with nothing that says who it is or in which order. */
export interface Evaluation {
  /** The platform's own name for its author: visible ASCII, and never the id of a person. */
  readonly handle: string;
  /** A whole number from 1 to 5. */
  readonly rating: number;
  /** Public text, kept in the clear as it was written. */
  readonly text: string;
  readonly at: number;
}

/**
 * **Evaluations.** A side of an order that is closed, and in which somebody performed, evaluates the
 * other side, once. Anybody reads what was written; nobody learns from it who wrote it. The author may
 * withdraw it at any time, and then it is deleted. It goes with its author when they are erased, text and
 * all, since a text may tell who wrote it; and three years after the order ended.
 */
export interface Evaluations {
  write(
    what: Pick<Evaluation, 'handle' | 'rating' | 'text'> & {
      readonly order: OrderId;
      readonly by: PersonId;
    } & Idempotent,
  ): Kept<{ readonly order: OrderId; readonly at: number }>;
  withdraw(
    what: { readonly order: OrderId; readonly by: PersonId } & Idempotent,
  ): Kept<{ readonly order: OrderId }>;
  /** What was written about somebody, newest first; nothing about one who is erased. Records nothing. */
  about(person: PersonId): Promise<readonly Evaluation[]>;
}

/**
 * **Activities.** That somebody takes part is theirs to say and to take back, and only they read it; of
 * others one learns how many there are. It goes three years after the activity ended.
 */
export interface Activities {
  /** `activity` is the platform's own name for it; `ends` when it is over: epoch milliseconds. */
  join(
    what: {
      readonly person: PersonId;
      readonly activity: string;
      readonly ends: number;
    } & Idempotent,
  ): Kept<{ readonly activity: string; readonly at: number }>;
  /** Deletes it. */
  leave(
    what: { readonly person: PersonId; readonly activity: string } & Idempotent,
  ): Kept<{ readonly activity: string }>;
  /** How many take part; not counted beyond 1,000. */
  count(activity: string): Promise<number>;
}

/** Somebody's part in an order, as one of its sides sees it. */
export interface Dealing {
  readonly order: OrderId;
  readonly state: OrderState;
  readonly opened: number;
  readonly performed: number | undefined;
  readonly asked: number | undefined;
}

/** One row of a register, as a decision to join it with a person's information opens it. */
export type RegisterEntry =
  | { readonly register: 'activity'; readonly activity: string; readonly at: number }
  | ({ readonly register: 'order' } & Dealing)
  | ({ readonly register: 'evaluation'; readonly order: OrderId } & Evaluation)
  | ({ readonly register: 'violation'; readonly reason: string } & Omit<
      Violation,
      'person' | 'measures' | 'handler'
    >)
  | ({ readonly register: 'measure'; readonly violation: string } & MeasureTaken);

/**
 * The registers that lie outside the policy (6.c, 6.d): what somebody took part in, their orders, what
 * they wrote of others, violations and measures. Outside is not public: each has rules of its own for who
 * reads it, kept here. **Orders** are read by their two sides. An operator reads one while handling a case
 * of a side; whoever that is cannot be known yet, so no operator does.
 *
 * They meet the information of the person only by a decision to `join`: for the person, for the other side
 * of an order under 3.f, for a third party under 3.d. Any other join is refused, and that is on record.
 */
export interface Registers<V extends Words> {
  readonly activities: Activities;
  readonly evaluations: Evaluations;
  readonly violations: Violations;
  /** An order for one of its sides; to anybody else, and once its time is over, it is not there. */
  order(what: { readonly order: OrderId; readonly by: PersonId }): Promise<
    | {
        readonly own: Dealing;
        /** Undefined: the other side has been erased. */
        readonly other: (Dealing & { readonly person: PersonId }) | undefined;
      }
    | undefined
  >;
  /**
   * Joins rows of registers with a person: a decision of the policy on the action `join`. Permitted, it
   * opens all there is for the person; for another user what concerns them in the order named; for a
   * party the violation that the case named is about.
   */
  join(question: {
    readonly person: PersonId;
    readonly purpose: PurposeName<V>;
    readonly categories: readonly CategoryName<V>[];
    readonly to?: Recipient;
    readonly order?: OrderId;
    readonly case?: CaseId;
  }): Promise<Decided<{ readonly entries: readonly RegisterEntry[] }>>;
}
