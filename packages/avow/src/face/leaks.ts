import type { CategoryName, Words } from '@avow/policy';
import type { Decided, Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EntryId, LeakId, PartyId, PersonId } from './ids.ts';

/** How far a report has come. */
export type LeakState = 'open' | 'contained' | 'closed';

/** A leak that was reported. Names no value; what was written is sealed. */
export interface Leak<V extends Words> {
  readonly leak: LeakId;
  readonly person: PersonId;
  readonly reported: number;
  /** By when it had leaked. */
  readonly happened: number;
  readonly categories: readonly CategoryName<V>[];
  readonly state: LeakState;
  /** Since when the account is frozen because of it, what opens it, and when that did. */
  readonly frozen:
    | {
        readonly since: number;
        readonly until: 'reset' | 'closed';
        readonly opened: number | undefined;
      }
    | undefined;
  /** That the account needs new credentials, and when it got them. */
  readonly reset: { readonly asked: number; readonly renewed: number | undefined } | undefined;
  readonly contained:
    | {
        readonly by: PersonId;
        readonly at: number;
        readonly closed: number;
        readonly parties: readonly PartyId[];
        readonly suspended: readonly PartyId[];
        /** The person's keys: when they were replaced, and when everything was under the new ones. */
        readonly rekeyed: Pass | undefined;
        /** Mail to the person and to others concerned: since when, and when nobody was left to be told. */
        readonly told: Pass | undefined;
      }
    | undefined;
  /** The last report to the authority: SHA-256 of what it says. */
  readonly notified:
    | { readonly by: PersonId; readonly at: number; readonly digest: string }
    | undefined;
  readonly closed: { readonly by: PersonId; readonly at: number } | undefined;
}

/** Something that goes on after it was decided. */
interface Pass {
  readonly at: number;
  readonly done: number | undefined;
}

/** What is reported: what leaked, by when, and in words. The values themselves are not kept, nor the words in clear. */
export interface Reporting<V extends Words> {
  readonly values: Partial<Record<CategoryName<V>, string>>;
  readonly happened: number;
  readonly text: string;
}

/** Somebody who could have leaked it. `why`: a line of words for each reason, in the language asked for. */
export interface LeakSuspect<V extends Words> {
  readonly who: { readonly party: PartyId } | { readonly user: PersonId };
  readonly knew: readonly CategoryName<V>[];
  readonly lacked: readonly CategoryName<V>[];
  /** When they last looked at what leaked, before it did; and how often. */
  readonly last: number;
  readonly times: number;
  /** Of all of them together: 1. It says where to look first, and proves nothing. */
  readonly weight: number;
  readonly why: readonly string[];
}

interface ByOperator extends Idempotent {
  readonly leak: LeakId;
  /** An operator appointed to the desk: `AVOW_NOT_FOUND` of anybody else. */
  readonly by: PersonId;
}

type Kept<V extends Words> = Promise<Leak<V> & { readonly entry: EntryId }>;

/**
 * **Leaks.** Reported by whoever owns the account or by anybody who names it, looked into from the records,
 * contained by one decision, and closed with a word to the person.
 */
export interface Leaks<V extends Words> {
  /**
   * The act `collect` of category `report`. `freeze`: the account is suspended in the same unit, on every
   * process, until `renewed`; ask for it only where they have proven that the account is theirs. `AVOW_TOO_MANY`
   * if ten wait.
   */
  report(
    what: Reporting<V> & { readonly person: PersonId; readonly freeze?: boolean } & Idempotent,
  ): Promise<Decided<{ readonly leak: LeakId }>>;
  /**
   * The same by somebody who is not signed in and names an account by a value that it is found by. It
   * answers the same whether there is such an account or not, and freezes nothing. Limit how often it is asked.
   */
  reportAbout(
    what: Reporting<V> & {
      readonly account: { readonly category: CategoryName<V>; readonly value: string };
    },
  ): Promise<void>;
  /** Those in a state, in the order of their ids, after `after`; at most 1,000. Absent state: open. */
  list(page?: {
    readonly state?: LeakState;
    readonly after?: LeakId;
    readonly limit?: number;
  }): Promise<readonly Leak<V>[]>;
  get(leak: LeakId): Promise<Leak<V> | undefined>;
  /** A person's, the newest first: what they are told. */
  of(person: PersonId): Promise<readonly Leak<V>[]>;
  /** What was written in the report. The look stands in the person's history. */
  read(what: {
    readonly leak: LeakId;
    readonly by: PersonId;
  }): Promise<{ readonly text: string; readonly entry: EntryId }>;
  /**
   * Who could have leaked exactly this, the likeliest first, from what the records say that each was shown
   * or opened before: the act `show` of category `history` to staff for purpose `security`, which stands in
   * the person's history. It looks back 2,000 entries.
   */
  suspects(what: {
    readonly leak: LeakId;
    readonly by: PersonId;
    readonly language: V['languages'][number];
  }): Promise<Decided<{ readonly suspects: readonly LeakSuspect<V>[] }>>;
  /** Freezes the account of a leak that was reported before, once they have proven that it is theirs. */
  freeze(what: { readonly leak: LeakId; readonly person: PersonId } & Idempotent): Kept<V>;
  /**
   * The account has new credentials, which whoever calls has made sure of: what waited for them opens, unless
   * something else keeps it suspended. `opened`: whether it did.
   */
  renewed(
    what: { readonly person: PersonId } & Idempotent,
  ): Promise<{ readonly opened: boolean; readonly entry: EntryId }>;
  /**
   * The measures, by one decision and in one unit:
   *
   * - what was handed over to these `parties` is closed (absent: to all; empty: to none), but what law asked for;
   * - parties to `suspend` open nothing any more, about anybody;
   * - `freeze` suspends the account, which ends its sessions, until the case is closed;
   * - `reset` does so until it has new credentials: see `renewed`;
   * - `rekey` gives the person new keys: everything of theirs is sealed anew, then the old keys are destroyed.
   *   `rekeyed`: all of it is done; else it goes on by itself;
   * - `tell` has mail sent to the person, and to everybody else whose information those have that are suspended.
   */
  contain(
    what: ByOperator & {
      readonly parties?: readonly PartyId[];
      readonly suspend?: readonly PartyId[];
      readonly freeze?: boolean;
      readonly reset?: boolean;
      readonly rekey?: boolean;
      readonly tell?: boolean;
    },
  ): Promise<Leak<V> & RunningOut & { readonly rekeyed: boolean; readonly entry: EntryId }>;
  /** The report to the authority, in Markdown, and its SHA-256, which is on record. It names nobody. */
  authorityReport(what: {
    readonly leak: LeakId;
    readonly by: PersonId;
    readonly language: V['languages'][number];
  }): Promise<{ readonly text: string; readonly digest: string; readonly entry: EntryId }>;
  /**
   * Closes it with a word to the person, sealed. The account is active again if this one had frozen it, and
   * does not wait for new credentials.
   */
  close(what: ByOperator & { readonly word: string }): Kept<V>;
  /** The word, for the person. */
  lastWord(what: {
    readonly leak: LeakId;
    readonly person: PersonId;
  }): Promise<{ readonly text: string; readonly entry: EntryId }>;
}
