import type { CategoryName, PurposeName, Words } from '@avow/policy';
import type { Recipient } from './acts.ts';
import type { Acting, Decided, Idempotent } from './decision.ts';
import type { CaseId, EntryId, OrderId, PartyId, PersonId } from './ids.ts';
import type { OrderState } from './orders.ts';

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

export type ViolationState = 'open' | 'upheld' | 'reversed';
export type ViolationAppealState = 'made' | 'dismissed' | 'granted';

/** What shows a violation: a finding of an authority, a record of ours. */
export interface ViolationEvidence {
  /** SHA-256 of the document, as 64 hexadecimal digits. The document is not kept here. */
  readonly document: string;
  /** The operator who looked at it and says that it is what it claims to be. */
  readonly verifiedBy: PersonId;
}

/** A violation as the register has it, without the reason. */
export interface Violation {
  readonly violation: string;
  readonly person: PersonId;
  /** The rule that was broken, by the platform's own name for it. */
  readonly rule: string;
  /** When it was broken, and when it was recorded. */
  readonly happened: number;
  readonly recorded: number;
  readonly state: ViolationState;
  /** A third party that must know, if there is one. Named, not told. */
  readonly thirdParty: PartyId | undefined;
  /** The operator who recorded it; undefined: the platform's own program. */
  readonly by: PersonId | undefined;
  /** What shows it; undefined: nothing but the reason. */
  readonly evidence: ViolationEvidence | undefined;
  /** The operator who has it in hand. */
  readonly handler: PersonId | undefined;
  /** Who decided last, and when. */
  readonly decided: { readonly by: PersonId | undefined; readonly at: number } | undefined;
  /** That the person said it is wrong, and what came of that. */
  readonly appeal:
    | {
        readonly at: number;
        readonly state: ViolationAppealState;
        readonly decided: { readonly by: PersonId; readonly at: number } | undefined;
      }
    | undefined;
  readonly measures: readonly MeasureTaken[];
}

/** A measure that was taken because of a violation. One without an end does not keep its case on record. */
export interface MeasureTaken {
  readonly measure: string;
  /** What was done, by the platform's own word for it. */
  readonly what: string;
  readonly by: PersonId | undefined;
  readonly at: number;
  /** When it ends by itself. */
  readonly until: number | undefined;
  readonly lifted: number | undefined;
}

type OfViolation = { readonly violation: string } & Acting & Idempotent;

/**
 * **Violations and measures.** Read by those who decide them, that is operators whom the record names, and by
 * the person; the reason is sealed under the person's key, and every look at it stands in their history.
 * It goes three years after the case ended: when it was decided, or when its last measure ends.
 *
 * This is a record. 3.d reads from it that a violation is upheld, by an operator who did not record it, and which
 * third party must know; that two of us agreed it reads from the case at the desk. A measure does not carry itself out.
 */
export interface Violations {
  record(
    what: Pick<Violation, 'person' | 'rule' | 'happened'> & {
      readonly thirdParty?: PartyId;
      readonly evidence?: ViolationEvidence;
      /** Free text. Sealed. */
      readonly reason: string;
    } & Acting &
      Idempotent,
  ): Kept<Violation>;
  /** Those in a state, in the order of their ids, after `after`; at most 1,000. Absent: 100 that are open. */
  list(page?: {
    readonly state?: ViolationState;
    readonly after?: string;
    readonly limit?: number;
  }): Promise<readonly Violation[]>;
  /** As it stands; undefined: there is none, or its time is over. */
  get(violation: string): Promise<Violation | undefined>;
  /** Those about somebody, newest first: what the one concerned is told of how each stands. */
  against(person: PersonId): Promise<readonly Violation[]>;
  /** An operator takes it in hand, and may read it from then on; of whoever had it before, that is over. */
  handle(what: { readonly violation: string; readonly by: PersonId } & Idempotent): Kept<Violation>;
  uphold(what: OfViolation): Kept<Violation>;
  /**
   * Also of one that was upheld. Its measures are lifted with it. It grants an appeal that waits, and then takes
   * an operator who neither recorded it nor decided.
   */
  reverse(what: OfViolation): Kept<Violation>;
  /** Records a measure that was taken because of an upheld violation. */
  take(what: OfViolation & { readonly what: string; readonly until?: number }): Kept<Violation>;
  lift(what: OfViolation & { readonly measure: string }): Kept<Violation>;
  /** The person says that what was upheld is wrong, once; what they say is sealed. */
  appeal(
    what: {
      readonly violation: string;
      readonly person: PersonId;
      readonly text: string;
    } & Idempotent,
  ): Kept<Violation>;
  /** An appeal was heard, and what was decided stands: by an operator who neither recorded it nor decided. */
  dismiss(
    what: { readonly violation: string; readonly by: PersonId } & Idempotent,
  ): Kept<Violation>;
  /** With its reason and the appeal, for an operator whom the record names; to any other it is not there. */
  read(what: {
    readonly violation: string;
    readonly by: PersonId;
  }): Kept<Violation & { readonly reason: string; readonly appealed: string | undefined }>;
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
