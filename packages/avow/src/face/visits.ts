import type { ActionName, CategoryName, PurposeName, Words } from '@avow/policy';
import type { Recipient } from './acts.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { PersonId } from './ids.ts';

/**
 * What a browser or an app sends of itself: for each category below `visit` in the policy in force, its
 * last word as a name. Whatever else it holds is dropped and counted. All of it may be absent.
 */
export interface Visit {
  /** IPv4 or IPv6, written as text. */
  readonly ip?: string;
  /** The type of browser, such as `Firefox`; up to 64 characters, so that no user agent fits in. */
  readonly browser?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Epoch milliseconds; absent: now. Never in the future. */
  readonly time?: number;
  readonly software?: string;
  readonly hardware?: string;
  /** A path, an address, or an app's screen. Only the path is kept: no host, no query, no fragment. */
  readonly page?: string;
  readonly [unlisted: string]: unknown;
}

/** Why a visit that came was not recorded, though the policy would have let it. */
export type MissedBecause =
  /** More came than could be recorded, or than is kept of one subject and day. */
  | 'full'
  /** Recording failed. */
  | 'fault'
  /** Whoever it is of was erased since, or never was. */
  | 'erased'
  /** It could not be read as a visit. */
  | 'malformed';

/** What is received automatically of a person, or of a device that nobody is known behind. */
export interface Visits<V extends Words> {
  /**
   * Records up to 100 visits of one person or device, in one decision: taking in and keeping must both be
   * permitted. `dropped` says how many fields the list did not name. `AVOW_TOO_MANY` beyond 700 of one day.
   */
  record(
    what: Idempotent & {
      readonly person: PersonId;
      readonly visits: readonly Visit[];
      /** Absent: `security`. */
      readonly purpose?: PurposeName<V>;
    },
  ): Promise<Decided<{ readonly count: number; readonly dropped: number }>>;
  /**
   * Takes a visit without waiting and without ever failing, for whoever is answering a request: it is written
   * within some seconds, together with others, and before Avow is closed. Whose it is may still be being found
   * out: a promise that rejects counts as missed. Without a person, or where they have
   * not accepted, it is of a device that stands for all browsers nobody is known behind. What cannot be
   * recorded is counted.
   */
  note(visit: Visit, person?: PersonId | Promise<PersonId | undefined>): void;
  /** Resolves when what was noted before is written, or counted as missed. */
  settled(): Promise<void>;
  /** Whether visits would be recorded now. On no record, and so for choosing whose they are only. */
  mayRecord(person: PersonId, purpose?: PurposeName<V>): Promise<boolean>;
  /** Opens somebody's visits, by any act that reads: of each the categories asked for, oldest first. */
  act(
    action: ActionName<V>,
    some: {
      readonly person: PersonId;
      readonly purpose: PurposeName<V>;
      readonly categories: readonly CategoryName<V>[];
      readonly to?: Recipient;
    },
  ): Promise<Decided<{ readonly visits: readonly Partial<Record<CategoryName<V>, string>>[] }>>;
  /**
   * Makes a device's visits a person's: sealed anew under the person's keys, gone from the device, which is
   * never again recorded to. Joining twice is joining once; what was cut off goes on when asked again.
   * `AVOW_STATE` for a device that is joined to somebody else, stands for many browsers, or is under a hold.
   */
  join(what: {
    readonly device: PersonId;
    readonly person: PersonId;
    /** Absent: `security`. */
    readonly purpose?: PurposeName<V>;
  }): Promise<Decided<{ readonly count: number }>>;
  /**
   * Makes a device that stands for all browsers without a cookie, since nothing may tell them apart. It
   * can never be joined to anybody.
   */
  stranger(): Promise<PersonId>;
  /** Counts visits that came and could not be recorded. */
  missed(because: MissedBecause, count?: number): void;
}
