import type { FactName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { AttestationId, EntryId, PartyId, PersonId } from './ids.ts';

/** Whom an attestation is about besides the person. */
export type AttestedOf =
  | { readonly party: PartyId }
  | { readonly user: PersonId }
  | { readonly staff: PersonId };

/** `requested`: not enough have signed. Whether it is over by now, `until` says. */
export type AttestationState = 'requested' | 'standing' | 'ended';

/** Somebody's word that a fact of the policy's own is so about one person. */
export interface Attestation<V extends Words> {
  readonly attestation: AttestationId;
  readonly person: PersonId;
  readonly fact: FactName<V>;
  readonly to: AttestedOf | undefined;
  readonly state: AttestationState;
  /** Who has signed, each once. */
  readonly signed: readonly { readonly by: PersonId; readonly at: number }[];
  /** When it was asked for, since when it stands, and when it ends at the latest. */
  readonly at: number;
  readonly since: number | undefined;
  readonly until: number;
}

type Kept<V extends Words> = Promise<Attestation<V> & { readonly entry: EntryId }>;

/**
 * The facts that a policy brings along itself: those with `attested`. Each is read from what stands here,
 * on the terms of the version that decides. The platform says who did it, of those who work at the desk.
 */
export interface Attestations<V extends Words> {
  /**
   * Writes one down. `by` signs for it, if it is a fact that takes signatures and they are neither the person nor
   * named in it: a doctor may ask for an emergency, and others sign. `AVOW_UNKNOWN_WORD` if the policy has no
   * such fact of its own; `AVOW_INPUT` if `to` is missing where the fact is about who receives; `AVOW_NOT_FOUND`
   * if the user or the member of staff that is named is not there.
   */
  attest(
    what: {
      readonly person: PersonId;
      readonly fact: FactName<V>;
      readonly to?: AttestedOf;
      readonly by?: PersonId;
      readonly until?: number;
    } & Idempotent,
  ): Kept<V>;
  /** One more signs. `AVOW_STATE` if they are in it or it is over, `AVOW_EXISTS` if they have signed. */
  sign(what: { readonly attestation: AttestationId; readonly by: PersonId } & Idempotent): Kept<V>;
  /** From the moment this returns no decision rests on it, and nothing that was handed over on it opens. */
  end(
    what: { readonly attestation: AttestationId; readonly by?: PersonId } & Idempotent,
  ): Promise<Attestation<V> & RunningOut & { readonly entry: EntryId }>;
  /** All about a person, over or not, the newest first. */
  of(person: PersonId): Promise<readonly Attestation<V>[]>;
}
