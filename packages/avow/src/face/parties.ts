import type { CategoryName, Language, PurposeName, RecipientName, Words } from '@avow/policy';
import type { Acting, Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { DutyId, EngagementId, EntryId, PartyId } from './ids.ts';

/** What a party may be to the platform, for what, with which categories, from when until when. */
export interface Engagement<V extends Words> {
  readonly engagement: EngagementId;
  readonly party: PartyId;
  /** The class of recipient it makes the party, in the policy's words. */
  readonly as: RecipientName<V>;
  readonly purposes: readonly PurposeName<V>[];
  readonly categories: readonly CategoryName<V>[];
  /** ISO 3166-1 alpha-2 of where the party keeps what it gets. */
  readonly country: string;
  /**
   * What it does, in words that people are shown, by language of the policy: "delivers parcels". At most
   * 200 characters each; kept in clear, so it names nobody.
   */
  readonly service: Partial<Record<Language<V>, string>> | undefined;
  /** By what lawful means the party came by data that it brings (1.c). Kept in clear: it names nobody. */
  readonly means: string | undefined;
  /**
   * Together with whom it serves people: the platform itself, affiliates of its, by name. Undefined:
   * alone. People are shown it.
   */
  readonly jointly: readonly ('platform' | PartyId)[] | undefined;
  readonly from: number;
  readonly until: number | undefined;
  readonly ended: number | undefined;
}

/** A public key as a party hands it in (RFC 7517). Without private members; `kid`, if it is there, its thumbprint. */
export interface PublicJwk {
  readonly kty: 'EC' | 'OKP';
  readonly crv: 'P-256' | 'X25519' | 'Ed25519';
  readonly x: string;
  readonly y?: string;
  /** `enc` (P-256 or X25519): openings are made for it. `sig` (P-256 or Ed25519): the party signs with it. */
  readonly use: 'enc' | 'sig';
  readonly kid?: string;
}

/** A key of a party on record. */
export interface KeyOnRecord {
  readonly party: PartyId;
  /** Its thumbprint (RFC 7638), which names it. */
  readonly kid: string;
  readonly use: 'enc' | 'sig';
  readonly jwk: PublicJwk;
  readonly added: number;
  /** From then on it counts for nothing, and it does not come back. */
  readonly revoked: number | undefined;
}

/**
 * What a party did that it must not: asked to open after the end; asked for what is another's; came
 * with a key that is not one of its own (or somebody did in its name); did not delete in time, or said
 * that it will not.
 */
export type PartyViolationKind =
  | 'openedAfterEnd'
  | 'foreignDisclosure'
  | 'wrongKey'
  | 'refusedDeletion';

/** On record once for each matter, however often it happened. */
export interface PartyViolation {
  readonly party: PartyId;
  readonly kind: PartyViolationKind;
  /** The disclosure or the duty that it was about. */
  readonly matter: string | undefined;
  /** When it first happened. */
  readonly at: number;
}

/** `overdue` and `refused` may still become `confirmed`; nothing comes after that. */
export type DeletionState = 'due' | 'reminded' | 'overdue' | 'confirmed' | 'refused';

/** The moments at which a party is told that a duty waits. */
export type DeletionStage = 'due' | 'reminded' | 'overdue';

/** `sending`: written down before it was sent, and nothing more is known. */
export type HintOutcome = 'sending' | 'taken' | 'refused' | 'failed';

/** That a party must delete what it got under an engagement that has ended, and send a receipt. */
export interface PartyDuty<V extends Words> {
  readonly duty: DutyId;
  readonly party: PartyId;
  readonly state: DeletionState;
  readonly engagement: EngagementId;
  /** What it may not have any more. */
  readonly categories: readonly CategoryName<V>[];
  /** When the engagement ended. */
  readonly ended: number;
  readonly deadline: number;
  readonly hints: readonly {
    readonly stage: DeletionStage;
    readonly at: number;
    readonly came: HintOutcome;
  }[];
  readonly receipt: DeletionReceipt<V> | undefined;
}

/** The party's signed word that it has deleted. */
export interface DeletionReceipt<V extends Words> {
  /** As it came: a JWS in compact serialisation. */
  readonly jws: string;
  /** SHA-256 of that, base64url. */
  readonly digest: string;
  /** The key that signed it. */
  readonly kid: string;
  readonly deleted: readonly CategoryName<V>[];
  /** When it was deleted, as the party says, and when the receipt came. */
  readonly deletedAt: number;
  readonly at: number;
}

/** A party with all that is on record of it, but for what it was handed. */
export interface Party<V extends Words> {
  readonly party: PartyId;
  readonly state: 'active' | 'suspended';
  /** Where it is told that something waits for it. */
  readonly notify: string | undefined;
  readonly engagements: readonly Engagement<V>[];
  readonly keys: readonly KeyOnRecord[];
  readonly duties: readonly PartyDuty<V>[];
  readonly violations: Readonly<Record<PartyViolationKind, number>>;
}

type Kept<Value> = Promise<Value & { readonly entry: EntryId }>;
type OfParty = { readonly party: PartyId } & Idempotent;
/** What the platform does to a party, by an operator or by its own program. */
type ToParty = OfParty & Acting;

/** What need not be said of an engagement. */
type Left = 'service' | 'means' | 'jointly' | 'from' | 'until';

/** Who is engaged, for what, and how each is held to it. A party without an engagement is unrelated. */
export interface Parties<V extends Words> {
  engage(
    what: Omit<Engagement<V>, 'engagement' | 'ended' | Left> &
      Partial<Pick<Engagement<V>, Left>> &
      Acting &
      Idempotent,
  ): Kept<Engagement<V>>;
  /**
   * From the moment this returns nothing commits under the engagement, nothing that rests on it opens, and
   * the party owes deletion. `running` is all that the party has open.
   */
  end(what: { readonly engagement: EngagementId } & ToParty): Kept<Engagement<V> & RunningOut>;
  list(party: PartyId): Promise<readonly Engagement<V>[]>;

  /**
   * From the moment this returns nothing is handed to the party, opened for it or answered to it,
   * whatever its engagements say. Doing so twice is recorded twice and changes nothing more.
   */
  suspend(what: ToParty): Kept<Pick<Party<V>, 'party' | 'state'> & RunningOut>;
  reinstate(what: ToParty): Kept<Pick<Party<V>, 'party' | 'state'>>;
  /**
   * Where the party is told, by a `POST` of `{"see":"duties"}` and nothing else, that something waits for
   * it: `https`, or `http` on this machine. Undefined: nowhere; it looks by itself.
   */
  notifyAt(
    what: { readonly notify: string | undefined } & ToParty,
  ): Kept<Pick<Party<V>, 'party' | 'notify'>>;

  /** `AVOW_INPUT` unless it is a public key of a kind that counts; `AVOW_EXISTS` if it is there, revoked or not. */
  addKey(what: { readonly jwk: PublicJwk } & ToParty): Kept<KeyOnRecord>;
  /** For good. From the moment this returns the key opens nothing and signs nothing in. */
  revokeKey(what: { readonly kid: string } & ToParty): Kept<KeyOnRecord>;
  /** All keys, revoked ones too, newest first. */
  keys(party: PartyId): Promise<readonly KeyOnRecord[]>;
  /** The key by which the party may come in now: one for signatures, not revoked, the party not suspended. */
  signingKey(what: {
    readonly party: PartyId;
    readonly kid: string;
  }): Promise<PublicJwk | undefined>;

  /** What is on record against a party, newest first. */
  violations(party: PartyId): Promise<readonly PartyViolation[]>;
  /**
   * Writes down that somebody came as this party with a key or an assertion that is not good; once. Of a
   * party that nobody has heard of nothing is written.
   */
  noteWrongKey(party: PartyId): Promise<void>;

  /** Duties to delete: of one party all, newest first; of everybody those that are not confirmed. */
  duties(party?: PartyId): Promise<readonly PartyDuty<V>[]>;
  /**
   * Takes a party's receipt: a JWS (ES256 or EdDSA, `kid` in its header) by one of its keys whose content is
   * JSON with `iss` (the party), `duty`, `deleted` (categories, all that the duty names) and `iat` (when
   * it was deleted, seconds). `AVOW_INPUT` if it is anything else. The same one again changes nothing.
   */
  confirmDeletion(
    what: { readonly duty: DutyId; readonly receipt: string } & OfParty,
  ): Kept<PartyDuty<V>>;
  /** The party says that it will not, which is a violation. */
  refuseDeletion(what: { readonly duty: DutyId } & OfParty): Kept<PartyDuty<V>>;
  /** Finds engagements that ran out, reminds, and marks what is overdue; how many duties it moved on. */
  remind(): Promise<number>;

  get(party: PartyId): Promise<Party<V> | undefined>;
  /** All parties that were ever heard of, in the order of their ids, after `after`; at most 100. */
  everyone(page?: {
    readonly after?: PartyId;
    readonly limit?: number;
  }): Promise<readonly Party<V>[]>;
}
