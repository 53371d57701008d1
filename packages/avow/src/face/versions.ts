import type { Difference, Policy, Text, Words } from '@avow/policy';
import type { Announcement, Channel } from './changes.ts';
import type { Acting, Idempotent } from './decision.ts';
import type { EntryId, PolicyDigest } from './ids.ts';

/** One version of the policy: what it means, what was shown, since when it decides. */
export interface Version<V extends Words> {
  readonly digest: PolicyDigest;
  /** SHA-256 of what it means, base64url: equal for two versions that differ in words only. */
  readonly meaning: string;
  readonly name: string;
  /** `coming`: announced, its date still ahead; `withdrawn`: taken back before it. */
  readonly state: 'in-force' | 'archived' | 'coming' | 'withdrawn';
  readonly from: number;
  /** SHA-256 of the text in each language, base64url. */
  readonly texts: Readonly<Record<string, string>>;
  readonly policy: Policy<V>;
}

/**
 * The versions of the policy: which decides, which did, which will, and how one takes the place of
 * another.
 */
export interface Versions<V extends Words> {
  /** The version that this process last saw in force; a decision makes sure of it by itself. */
  current(): Version<V>;
  /**
   * The version that this process was started with, if it was not put in force because another had
   * replaced it before. Whoever wants it back publishes it.
   */
  setAside(): PolicyDigest | undefined;
  /** The version in force, whichever process put it there; `current()` is that one from then on. */
  inForce(): Promise<Version<V>>;
  list(): Promise<readonly Version<V>[]>;
  /** What a version would change. Nothing is kept. */
  draft(policy: Policy<V>): Promise<VersionDraft>;
  /**
   * Announces a version: from its date on it decides, on every process. Rejects with `AVOW_INPUT` if a
   * summary in some language, the channels, or a date is missing, or if mail is named and this process
   * has no way to send it; a major change, which is computed, has a date 30 days ahead at least.
   * `AVOW_STORED` if it drops a category of which something is stored, or a retention class or a region
   * in use; `AVOW_STATE` while another is announced, `AVOW_UNFIT` as `publish`.
   */
  announce(
    what: Acting &
      Idempotent & {
        readonly policy: Policy<V>;
        readonly from: number;
        readonly summary: Text;
        readonly channels: readonly Channel[];
      },
  ): Promise<Announcement & { readonly entry: EntryId }>;
  /** Takes an announced version back, before its date. */
  withdraw(
    what: Acting & Idempotent & { readonly version: PolicyDigest },
  ): Promise<Announcement & { readonly entry: EntryId }>;
  /**
   * Moves an announced version's date: later, never earlier. People are told, and whoever answered need
   * not answer again.
   */
  postpone(
    what: Acting & Idempotent & { readonly version: PolicyDigest; readonly from: number },
  ): Promise<Announcement & { readonly entry: EntryId }>;
  /** Publishes the platform's answer to the comments on a version, in each language; the last one counts. */
  answer(
    what: Acting & Idempotent & { readonly version: PolicyDigest; readonly answer: Text },
  ): Promise<Announcement & { readonly entry: EntryId }>;
  /** What was announced, newest first; what was taken back too. */
  announcements(): Promise<readonly Announcement[]>;
  /** How a version differs from an earlier one: by default the one that was in force before it. */
  difference(version: PolicyDigest, from?: PolicyDigest): Promise<Difference | undefined>;
  /**
   * Puts a version in force from now on; every later record names it. Rejects with `AVOW_UNFIT` if it
   * breaks a promise of its own, or `check` finds an error; with `AVOW_UNANNOUNCED` if it drops a
   * category, a retention class or a region, or if its change is major and anybody accepted what was before.
   */
  publish(
    policy: Policy<V>,
    options?: Acting & Idempotent,
  ): Promise<Version<V> & { readonly entry: EntryId }>;
}

/** What a version would change, before anybody is told. */
export interface VersionDraft {
  readonly version: PolicyDigest;
  /** The version in force, which it is compared with. */
  readonly before: PolicyDigest;
  readonly difference: Difference;
  /**
   * Records in categories, or under retention classes, that it drops, and people in such regions, by the
   * word. It cannot be announced before they are gone.
   */
  readonly stored: Readonly<Record<string, number>>;
}

/** How often a sentence decided, since the log began or in a month. */
export interface Tally {
  readonly sentence: string;
  readonly permitted: number;
  readonly refused: number;
}

/** What each sentence did in the month that runs. Says nothing about anybody. */
export interface MonthTold {
  /** In UTC: `2026-01`. */
  readonly month: string;
  /** False while entries of the month are still to be counted; whoever asks again finds more of them. */
  readonly isWhole: boolean;
  readonly permitted: number;
  readonly refused: number;
  /** By sentence. A decision may rest on several. */
  readonly tallies: readonly Tally[];
}
