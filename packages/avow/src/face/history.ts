import type { Explanation, Words } from '@avow/policy';
import type { EntryId, OrderId, PartyId, PersonId } from './ids.ts';

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
        readonly permitted: boolean;
        readonly sentence: string;
      }
    | { readonly kind: 'evidence'; readonly evidence: string; readonly state: string };
}

/** What a person holds in hand to prove a record, even after everything else is erased. */
export interface Receipt {
  readonly entry: EntryId;
  /** The entry's bytes, base64: what was recorded. */
  readonly body: string;
  /** Opens the entry's commitment; absent where nobody's key opens it any more. */
  readonly opening:
    | {
        readonly nonce: string;
        readonly person: PersonId;
        readonly party: string | undefined;
        readonly evidence: readonly string[];
        readonly at: number;
      }
    | undefined;
  /** The log's verifier key (C2SP signed-note). */
  readonly vkey: string;
  /** The log's signed promise to integrate the entry, a signed note, until `proof` takes its place. */
  readonly promise: string | undefined;
  /** A C2SP `tlog-proof@v1`, once the entry is integrated. */
  readonly proof: string | undefined;
}

export interface History<V extends Words> {
  /** Newest first. Gone with the person: it is an index in the vault. */
  history(who: {
    readonly person: PersonId;
    readonly before?: EntryId;
    readonly limit?: number;
  }): Promise<readonly Happened[]>;
  /** A past decision, in the words of the policy of its day. */
  explain(what: {
    readonly entry: EntryId;
    readonly language: V['languages'][number];
    readonly audience: 'person' | 'requester' | 'partner' | 'operator';
  }): Promise<Explanation | undefined>;
  /** Proof of an entry; with the person it speaks of, also what opens its commitment. */
  receipt(entry: EntryId, person?: PersonId): Promise<Receipt | undefined>;
}
