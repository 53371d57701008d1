import type { Policy, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { EntryId, PolicyDigest } from './ids.ts';

/** One version of the policy: what it means, what was shown, since when it decides. */
export interface Version<V extends Words> {
  readonly digest: PolicyDigest;
  /** SHA-256 of what it means, base64url: equal for two versions that differ in words only. */
  readonly meaning: string;
  readonly name: string;
  readonly state: 'in-force' | 'archived';
  readonly from: number;
  /** SHA-256 of the text in each language, base64url. */
  readonly texts: Readonly<Record<string, string>>;
  readonly policy: Policy<V>;
}

export interface Versions<V extends Words> {
  /** The version that this process last saw in force; a decision makes sure of it by itself. */
  current(): Version<V>;
  /** The version in force, whichever process put it there; `current()` is that one from then on. */
  inForce(): Promise<Version<V>>;
  list(): Promise<readonly Version<V>[]>;
  /**
   * Puts a version in force from now on; every later record names it. Rejects with `AVOW_UNFIT` if it
   * breaks a promise of its own, or `check` finds an error.
   */
  publish(
    policy: Policy<V>,
    options?: Idempotent,
  ): Promise<Version<V> & { readonly entry: EntryId }>;
}

/** How often a sentence decided, since the log began. */
export interface Tally {
  readonly sentence: string;
  readonly permitted: number;
  readonly refused: number;
}
