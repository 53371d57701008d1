import type { Acting, Idempotent } from './decision.ts';
import type { EntryId, PartyId, PersonId } from './ids.ts';

type Kept<Value> = Promise<Value & { readonly entry: EntryId }>;

/** How a violation stands. */
export type ViolationState = 'open' | 'upheld' | 'reversed';
/** How an appeal against one stands. */
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
