import type { ActionName, CategoryName, PurposeName, Words } from '@avow/policy';
import type { Disclosed } from './acts.ts';
import type { Decided, Idempotent } from './decision.ts';
import type {
  CaseId,
  DisclosureId,
  EntryId,
  MechanismId,
  OrderId,
  PartyId,
  PersonId,
} from './ids.ts';

/** What is to be handed over to a party: about whom, what for, which categories, in which order. */
export interface Handing<V extends Words> {
  readonly person: PersonId;
  readonly purpose: PurposeName<V>;
  readonly categories: readonly CategoryName<V>[];
  readonly to: { readonly party: PartyId };
  /** The order that the party's part is in. Named, not asserted. */
  readonly order?: OrderId;
  /** The mechanism that a transfer is to rest on, where it goes abroad; absent: one that covers it. */
  readonly mechanism?: MechanismId;
}

/** What was handed over, as the party gets it: nothing in it can be read without an opening. */
export interface Sealed<V extends Words> {
  readonly disclosure: DisclosureId;
  /**
   * A JWE in compact serialisation (RFC 7516; `dir`, `A256GCM`, `kid` is the disclosure), under a key
   * that stays with us. Its content: JSON with `disclosure`, `iss`, `aud`, `iat` (seconds), `purpose`,
   * `order` and `values` by category. Undefined if there is nothing to seal.
   */
  readonly jwe: string | undefined;
  /** What is sealed in it: of those asked for, what is held and not read through us. */
  readonly sealed: readonly CategoryName<V>[];
  /** What the party reads through us, each time: categories that the policy marks `online`. */
  readonly online: readonly CategoryName<V>[];
}

/** An opening that was granted. */
export interface Granted<V extends Words> {
  readonly disclosure: DisclosureId;
  /**
   * The content key, for the party alone: a JWE (`ECDH-ES+A256KW`, `A256GCM`, `kid` is the party's key)
   * whose content is JSON with `disclosure`, `iss`, `aud`, `iat`, `exp` (seconds) and `key`, a JWK.
   * Undefined if nothing is sealed, or something in it is read through us by now.
   */
  readonly key: string | undefined;
  readonly online: readonly CategoryName<V>[];
  /** From when the key must not be used any more: epoch milliseconds, at most 60 seconds ahead. */
  readonly expires: number;
}

/** An opening that was granted before something ended, and has not run out yet. */
export interface Running {
  readonly disclosure: DisclosureId;
  readonly party: PartyId;
  /** Epoch milliseconds, at most 60 seconds ahead. */
  readonly until: number;
}

/** What the end of something answers as well: nothing is granted any more, and this runs out by itself. */
export interface RunningOut {
  /** At most 10,000, those that run longest. */
  readonly running: readonly Running[];
}

/** A disclosure as it stands on record: what, to whom, what for. No value. */
export interface Disclosure<V extends Words> {
  readonly disclosure: DisclosureId;
  readonly person: PersonId;
  readonly party: PartyId;
  /** The act by which it was handed over. */
  readonly action: ActionName<V>;
  readonly purpose: PurposeName<V>;
  readonly sealed: readonly CategoryName<V>[];
  readonly online: readonly CategoryName<V>[];
  readonly order: OrderId | undefined;
  /** The case at the desk that it was delivered in, and ends with. */
  readonly case: CaseId | undefined;
  readonly at: number;
  readonly closed: { readonly at: number; readonly because: ClosedBecause } | undefined;
  /** Whether an opening would be granted now, and the sentence that says so. */
  readonly opens: boolean;
  readonly sentence: string;
  /** Until when an opening that was granted runs. */
  readonly running: number | undefined;
}

/** Somebody closed it, a permission was withdrawn, or what it was handed over for has ended. */
export type ClosedBecause = 'asked' | 'withdrawn' | 'ended';

/**
 * What parties get, and how it is taken back. A disclosure is sealed; the party opens it by our leave,
 * each time: decided anew with the facts of that moment and recorded. What a party copied while it was
 * allowed to look cannot be called back; the records say who could have.
 */
export interface Disclosures<V extends Words> {
  /** Hands over: `provide`, `sell`, `lease`, `share`, `trade`, `disclose`, by name. */
  seal(action: ActionName<V>, what: Handing<V> & Idempotent): Promise<Decided<Sealed<V>>>;
  /**
   * Asks to open, for the party that `party` says it is; whoever calls has made sure of that. A refusal
   * after the end is on the party's record too. `AVOW_NOT_FOUND` if this is no disclosure of the party's,
   * `AVOW_STATE` if the party has no key to be answered with.
   */
  open(what: OfParty): Promise<Decided<Granted<V>>>;
  /** Reads categories that are `online`, as they are now; all of the disclosure's, if none is named. */
  read(
    what: OfParty & { readonly categories?: readonly CategoryName<V>[] },
  ): Promise<Decided<Disclosed<V>>>;
  /** Closes one for good, for its person: its key is destroyed. */
  close(
    what: { readonly person: PersonId; readonly disclosure: DisclosureId } & Idempotent,
  ): Promise<RunningOut & { readonly disclosure: DisclosureId; readonly entry: EntryId }>;
  /** Everything that was handed over about a person, for the person, newest first; nothing that a bar keeps back. */
  of(person: PersonId): Promise<readonly Disclosure<V>[]>;
  /** What a party has been handed and is not closed, in the order of ids, after `after`. */
  to(
    party: PartyId,
    page?: { readonly after?: DisclosureId; readonly limit?: number },
  ): Promise<readonly Handed<V>[]>;
}

/** A party, and which disclosure it means. */
export interface OfParty {
  readonly disclosure: DisclosureId;
  readonly party: PartyId;
}

/** A disclosure as its party meets it: it names no person. */
export interface Handed<V extends Words> extends Sealed<V> {
  readonly action: ActionName<V>;
  readonly purpose: PurposeName<V>;
  readonly order: OrderId | undefined;
  readonly at: number;
}
