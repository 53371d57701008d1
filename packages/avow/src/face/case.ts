import type { CategoryName, PurposeName, Remedy, Words } from '@avow/policy';
import type { CaseId, OrderId, PartyId, PersonId } from './ids.ts';

/**
 * What a case is about. `law`, `violation`, `complaint`, `order` and `basis` are the grounds of 3.c to 3.g;
 * in the others nothing is handed over, and one of the staff sees what it takes to handle them. `rights` is a
 * request of a person about their own rights, which is answered by a date.
 */
export const caseTypes = [
  'law',
  'violation',
  'complaint',
  'order',
  'basis',
  'support',
  'leak',
  'rights',
  'appeal',
] as const;
/** One of those types. */
export type CaseType = (typeof caseTypes)[number];

/** How a case stands. `expired`: it ended by itself. */
export type CaseState = 'open' | 'refused' | 'closed' | 'expired';

/** Why a case was refused. Stable: a word keeps its meaning for ever. */
export const refusalReasons = [
  /** Whoever asks, or what they show, could not be verified. */
  'not-verified',
  /** What is shown does not cover what is asked for. */
  'not-covered',
  /** More is asked for than the purpose needs. */
  'too-much',
  /** No ground of the policy fits. */
  'no-ground',
  /** Whoever asked no longer does. */
  'withdrawn',
] as const;
/** One of those reasons. */
export type RefusedBecause = (typeof refusalReasons)[number];

/** Who gets something by a case. What class of recipient that is, is read from the records. */
export type CaseRecipient = { readonly party: PartyId } | { readonly user: PersonId };

/** A case as the desk meets it: ids and words, no personal value. */
export interface Case<V extends Words> {
  readonly case: CaseId;
  readonly type: CaseType;
  readonly state: CaseState;
  /** Whose information it is about. */
  readonly person: PersonId;
  readonly to: CaseRecipient | undefined;
  readonly purpose: PurposeName<V>;
  readonly categories: readonly CategoryName<V>[];
  /** What it rests on: an order of an authority, a duty in law, a violation, a basis, a case appealed. */
  readonly evidence: string | undefined;
  readonly order: OrderId | undefined;
  /** The operator or the person who opened it. */
  readonly openedBy: PersonId;
  readonly opened: number;
  /** The operator who handles it. */
  readonly operator: PersonId | undefined;
  /** When it ought to be answered. */
  readonly due: number | undefined;
  /** When it ends by itself, and with it all that was handed over in it. */
  readonly expires: number;
  readonly delivered: number | undefined;
  readonly ended:
    | {
        readonly at: number;
        readonly by: PersonId | undefined;
        readonly reason: RefusedBecause | undefined;
      }
    | undefined;
}

/** What an operator approves: exactly this, told by its digest. */
export interface Approvable<V extends Words> {
  readonly case: Case<V>;
  /** SHA-256, base64url, of what it was opened with and what it rests on, as that stands now. */
  readonly digest: string;
  /** Who approved just that. Who approved something else before stands in none of them. */
  readonly approvedBy: readonly PersonId[];
  /** How many different operators it takes. */
  readonly needed: number;
  /** What the policy would answer to a delivery now, and what would have to be there. */
  readonly wouldPermit: boolean;
  readonly sentence: string;
  readonly missing: readonly Remedy[];
}
