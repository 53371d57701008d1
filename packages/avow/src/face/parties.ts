import type { Words } from '@avow/policy';
import type { Acting, Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { DutyId, EngagementId, EntryId, PartyId } from './ids.ts';
import type {
  Engagement,
  KeyOnRecord,
  Party,
  PartyDuty,
  PartyViolation,
  PublicJwk,
} from './party.ts';

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
