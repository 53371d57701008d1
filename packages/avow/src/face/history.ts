import type { Explanation, Words } from '@avow/policy';
import type { Decided } from './decision.ts';
import type { CaseId, EntryId, OrderId, PartyId, PersonId } from './ids.ts';
import type { NamedMechanism } from './mechanisms.ts';

/** One line of a person's timeline. */
export interface Happened {
  readonly entry: EntryId;
  readonly at: number;
  /** A decision of the policy, or a change of evidence such as a consent. */
  readonly what:
    | {
        readonly kind: 'decision';
        readonly action: string;
        readonly purpose: string;
        readonly categories: readonly string[];
        readonly recipient: string;
        readonly party: PartyId | PersonId | undefined;
        readonly order: OrderId | undefined;
        /** What a transfer rested on, one for each country it left; undefined for all other acts. */
        readonly mechanisms: readonly NamedMechanism[] | undefined;
        /** The case at the desk that it was done in. */
        readonly case: CaseId | undefined;
        readonly permitted: boolean;
        readonly sentence: string;
      }
    | {
        readonly kind: 'evidence';
        readonly evidence: string;
        readonly state: string;
        /** Which fact of the policy was attested, if the person may learn of it; undefined for all other evidence. */
        readonly fact: string | undefined;
      };
}

/** A page of a person's timeline. */
export interface HistoryPage {
  /** Newest first. */
  readonly happened: readonly Happened[];
  /** The `before` of the page that follows; undefined: nothing is older. */
  readonly next: EntryId | undefined;
}

/** Which lines of a timeline are wanted; what is named together narrows together. */
export interface LinesWanted {
  /** Decisions about this category, or about one below it. */
  readonly category?: string;
  /** Decisions about this party or user. */
  readonly party?: PartyId | PersonId;
  readonly kind?: LineKind;
  /** Decisions about a recipient of this class. */
  readonly recipient?: string;
  /** Decisions that this sentence made, such as `3.f.2`. */
  readonly sentence?: string;
}

/** What became known outside, what was done inside, what was refused, and what somebody said or changed. */
export const lineKinds = ['disclosure', 'use', 'refusal', 'record'] as const;
/** What a line tells of. */
export type LineKind = (typeof lineKinds)[number];

/** Proof of a record, to keep. It names nobody: whoever holds it sees that this was recorded. */
export interface Receipt {
  readonly entry: EntryId;
  /** The entry's bytes, base64: what was recorded. */
  readonly body: string;
  /** The log's verifier key (C2SP signed-note). */
  readonly vkey: string;
  /** The log's signed promise to integrate the entry, a signed note, until `proof` takes its place. */
  readonly promise: string | undefined;
  /** A C2SP `tlog-proof@v1`, once the entry is integrated. */
  readonly proof: string | undefined;
}

/** Opens an entry's commitment: of whom it speaks, and when exactly. */
export interface Opening {
  readonly nonce: string;
  readonly person: PersonId;
  readonly party: string | undefined;
  readonly evidence: readonly string[];
  readonly at: number;
}

/** What a person holds in hand to prove a record, even after everything else is erased. */
export interface OpenedReceipt extends Receipt {
  readonly opening: Opening;
}

/** What is on record about one person, told to that person. */
export interface History<V extends Words> {
  /**
   * What was done with a person's information, for the person: the act `show` of category `history`
   * for purpose `rights`. Each page read is a decision of its own and stands in the history itself,
   * with the entries it showed; it tells of everything before it. Gone with the person.
   *
   * `before`: the last entry seen. `limit`: lines at most, 1 to 1,000; absent: 100. `ownLooks: false`
   * leaves out what the person was permitted to `show` and `export` of themself, `visits: false` that
   * visits were received and kept. `only` leaves out what is not wanted. So a page may have fewer lines,
   * or none, and still be followed by another. What law bars us from telling is not among them; it stands where it
   * belongs, with the proof of its day, from the moment at which the bar ends.
   */
  history(who: {
    readonly person: PersonId;
    readonly before?: EntryId;
    readonly limit?: number;
    readonly ownLooks?: boolean;
    readonly only?: LinesWanted;
    readonly visits?: boolean;
  }): Promise<Decided<HistoryPage>>;
  /**
   * A past decision, in the words of the policy of its day. Told from the entry alone, which does
   * not say of whom it speaks; so there is nothing to decide, and nothing is recorded.
   */
  explain(what: {
    readonly entry: EntryId;
    readonly language: V['languages'][number];
    readonly audience: 'person' | 'requester' | 'partner' | 'operator';
  }): Promise<Explanation | undefined>;
  /** Proof of an entry. Opens nothing, so there is nothing to decide, and nothing is recorded. */
  receipt(entry: EntryId): Promise<Receipt | undefined>;
  /**
   * The log's signed promise of a record, to be handed out with an answer: it holds from the first moment
   * until the receipt's proof takes its place. Quick for what was recorded just now.
   */
  promise(entry: EntryId): Promise<string | undefined>;
  /**
   * The same with what opens the entry's commitment, for the person it speaks of: a look at one line
   * of their history, decided and recorded as `history` is. Rejects with `AVOW_NOT_FOUND` if the
   * entry speaks of somebody else, or of nobody.
   */
  openReceipt(what: {
    readonly person: PersonId;
    readonly entry: EntryId;
  }): Promise<Decided<OpenedReceipt>>;
}
