import type { Decision, RunningOut } from '../decision.ts';
import type { Call, Once, Spoken } from '../http/call.ts';
import type {
  Action,
  Category,
  PolicyWords,
  Purpose,
  Recipient,
  RecipientClass,
} from '../words.ts';
import type { OpenedReceipt } from './history.ts';

/** What every act asks: about whom, what for, which categories, to whom, on what evidence. */
export interface Question<P extends PolicyWords> {
  readonly person: string;
  readonly purpose: Purpose<P>;
  readonly categories: readonly Category<P>[];
  /** Absent: the platform itself. */
  readonly to?: Recipient;
  /** The order, the case that it is about. Named, not asserted. */
  readonly order?: string;
  readonly case?: string;
}

type Fields<P extends PolicyWords> = Partial<Record<Category<P>, string>>;

export interface Collecting<P extends PolicyWords> {
  readonly purpose: Purpose<P>;
  readonly fields: Fields<P>;
  /** Where it came from; absent: from the person. */
  readonly source?: 'person' | 'device' | { readonly party: string };
  /** Categories by which the person shall be found again. */
  readonly findBy?: readonly Category<P>[];
}

/** One value as the person meets it. */
export interface Held<P extends PolicyWords> {
  readonly category: Category<P>;
  readonly value: string;
  readonly source: string;
  readonly collected: string;
  readonly expires: string | null;
}

/** What was handed over to a party, sealed: it can read nothing of it without an opening. */
export interface Sealed<P extends PolicyWords> {
  readonly disclosure: string;
  readonly jwe: string | null;
  readonly sealed: readonly Category<P>[];
  readonly online: readonly Category<P>[];
}

/** What an erasure leaves behind. */
export interface ErasureReceipt extends RunningOut {
  readonly entry: string;
  readonly at: string;
  readonly person: string;
  /** Proves the tombstone, and of whom it speaks. Told once: nobody else can later. */
  readonly receipt: OpenedReceipt | null;
  readonly isSwept: boolean;
  /** Until when a backup of the key store could still open what was held. */
  readonly recoverableUntil: string | null;
  /** What a legal hold keeps, closed to everyone but the law. */
  readonly held: {
    readonly categories: readonly string[] | null;
    readonly until: string | null;
  } | null;
}

/**
 * The acts. Each is a decision, answered whether it permits or refuses. Those that read are decided at
 * each call, and are not sent again by the client where nobody can say whether they were.
 */
export function acts<P extends PolicyWords>(call: Call) {
  type Kept = { readonly categories: readonly Category<P>[] };
  return {
    /** Any action of the policy that reads: use, show, disclose… All categories are permitted, or none. */
    act: (action: Action<P>, question: Question<P>, spoken: Spoken = {}) =>
      call<Decision<{ readonly values: Fields<P> }>>('act', {
        params: { action },
        body: question,
        ...spoken,
      }),
    /** What the policy would answer now. It discloses nothing, is not recorded, and binds nobody. */
    preview: (action: Action<P>, question: Question<P>) =>
      call<{
        readonly permitted: boolean;
        readonly sentence: string;
        readonly recipient: RecipientClass<P>;
      }>('previewAct', { params: { action }, body: question }),
    collect: (person: string, what: Collecting<P>, how: Once & Spoken = {}) =>
      call<Decision<Kept>>('collect', { params: { person }, body: what, ...how }),
    correct: (person: string, fields: Fields<P>, how: Once & Spoken = {}) =>
      call<Decision<Kept>>('correct', { params: { person }, body: { fields }, ...how }),
    /** Everything held of a person, for the person. */
    export: (person: string, spoken: Spoken = {}) =>
      call<Decision<{ readonly held: readonly Held<P>[] }>>('export', {
        params: { person },
        ...spoken,
      }),
    /** Hands something over to a party, sealed. */
    seal: (
      action: Action<P>,
      question: Omit<Question<P>, 'to' | 'case'> & { readonly to: { readonly party: string } },
      how: Once & Spoken = {},
    ) => call<Decision<Sealed<P>>>('seal', { params: { action }, body: question, ...how }),
    /** From the answer on nothing of the person opens: the keys are gone. */
    erase: (person: string, how: Once & Spoken = {}) =>
      call<Decision<ErasureReceipt>>('erase', { params: { person }, ...how }),
  };
}
