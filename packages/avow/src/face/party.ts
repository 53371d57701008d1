import type { CategoryName, Language, PurposeName, RecipientName, Words } from '@avow/policy';
import type { DutyId, EngagementId, PartyId } from './ids.ts';

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
