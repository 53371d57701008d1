import type { ActionName, CategoryName, PurposeName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { ConsentId, EntryId, PartyId, PersonId } from './ids.ts';

/** A person's last word on something. */
export type ConsentState = 'given' | 'refused' | 'withdrawn';

/** A permission is specific: this party, this act, these categories, these purposes. */
export interface Choice<V extends Words> {
  readonly person: PersonId;
  /** Who shall be allowed: a party, another user, or the platform itself. */
  readonly party: PartyId | PersonId | 'platform';
  readonly action: ActionName<V>;
  readonly purposes: readonly PurposeName<V>[];
  readonly categories: readonly CategoryName<V>[];
  /** The language in which it was asked. */
  readonly language: string;
}

/** One choice of a person: on which party, act, purpose and category, and how it stands. */
export interface Consent<V extends Words> extends Choice<V> {
  readonly consent: ConsentId;
  readonly state: ConsentState;
  readonly at: number;
  readonly withdrawn: number | undefined;
  /** SHA-256 of the very text that was shown, base64url. */
  readonly shown: string;
}

/** What a person allows, refuses and takes back. */
export interface Consents<V extends Words> {
  /** The question in the policy's words, as it must be shown before it is answered. */
  question(choice: Omit<Choice<V>, 'person'>): string;
  give(choice: Choice<V> & Idempotent): Promise<Consent<V> & { readonly entry: EntryId }>;
  /** As withdrawing, where something had been allowed. */
  refuse(
    choice: Choice<V> & Idempotent,
  ): Promise<Consent<V> & RunningOut & { readonly entry: EntryId }>;
  /** From the moment this returns nothing commits under the consent, and nothing handed over on it opens. */
  withdraw(
    what: { readonly person: PersonId; readonly consent: ConsentId } & Idempotent,
  ): Promise<Consent<V> & RunningOut & { readonly entry: EntryId }>;
  /** The choices that count, newest first. One that a later choice replaced is told by the history. */
  list(person: PersonId): Promise<readonly Consent<V>[]>;
}
