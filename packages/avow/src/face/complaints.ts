import type { Idempotent } from './decision.ts';
import type { CaseId, EntryId, PersonId } from './ids.ts';

/** The rights that a complaint may say are infringed. */
export const infringedRights = ['copyright', 'trademark', 'patent', 'other'] as const;
/** One of them. */
export type InfringedRight = (typeof infringedRights)[number];

/** A complaint about an infringed right. It is a case about the one who complains. */
export interface Complaint {
  readonly case: CaseId;
  readonly complainant: PersonId;
  /** Undefined: they have been erased. */
  readonly respondent: PersonId | undefined;
  readonly right: InfringedRight;
  /** What is complained of, by the platform's own name for it. */
  readonly listing: string;
  /** SHA-256 of what shows the right, 64 hexadecimal digits. */
  readonly document: string;
  readonly verified: { readonly by: PersonId; readonly at: number } | undefined;
  /** When each side asked that it be passed on to the respondent. */
  readonly asked: {
    readonly complainant: number | undefined;
    readonly respondent: number | undefined;
  };
  /** How often the other side has answered, and when. */
  readonly countered: number;
  readonly answered: readonly number[];
}

/**
 * A complaint with what is sealed in it. A side is not told the digest of the other one's document: of a form with a name
 * and a number in it, it would be found by trying.
 */
export interface ComplaintRead extends Omit<Complaint, 'document'> {
  readonly document: string | undefined;
  readonly title: string;
  readonly counters: readonly {
    readonly text: string;
    readonly document: string | undefined;
    readonly at: number;
  }[];
}

type Kept = Promise<Complaint & { readonly entry: EntryId }>;

interface Step extends Idempotent {
  readonly case: CaseId;
  readonly by: PersonId;
}

/**
 * **Complaints** (3.e). The information of the one who complains goes to the respondent, never the other
 * way: by the complainant's own wish, or when the respondent asks and an operator approves.
 */
export interface Complaints {
  /** `title`: what the right is called, or its number. Sealed under the complainant's key. */
  file(
    what: {
      readonly complainant: PersonId;
      readonly respondent: PersonId;
      readonly right: InfringedRight;
      readonly title: string;
      readonly listing: string;
      readonly document: string;
      /** When it ends by itself: a year ahead at most. Default: 90 days. */
      readonly expires?: number;
    } & Idempotent,
  ): Kept;
  /** By an operator. */
  verify(what: Step): Kept;
  /** By either side: asks that it be passed on. */
  ask(what: Step): Kept;
  /** By the respondent: what they answer, sealed under their key. */
  counter(what: Step & { readonly text: string; readonly document?: string }): Kept;
  get(id: CaseId): Promise<Complaint | undefined>;
  /**
   * For the operator who handles it, or one of its sides: with the title and what the respondent answered.
   * Each look stands in the history of both.
   */
  read(what: Pick<Step, 'case' | 'by'>): Promise<ComplaintRead & { readonly entry: EntryId }>;
}
