import type { Difference, Text, Words } from '@avow/policy';
import type { Agreed } from './agreement.ts';
import type { Consent } from './consents.ts';
import type { Idempotent } from './decision.ts';
import type { ConsentId, EntryId, PersonId, PolicyDigest } from './ids.ts';

/** Where people are told of a change: the policy's page, their privacy centre, by mail, on every page. */
export const channels = ['page', 'centre', 'mail', 'banner'] as const;
/** By which way people are told of a change. */
export type Channel = (typeof channels)[number];

/** A version that was announced: what was said of it, and how it stands. */
export interface Announcement {
  readonly version: PolicyDigest;
  /** The version that it follows. */
  readonly before: PolicyDigest;
  /** What changes, in a few sentences, in each language of the policy. */
  readonly summary: Text;
  readonly channels: readonly Channel[];
  /** Whether it permits or keeps more, or promises less: then people are asked again. */
  readonly major: boolean;
  /** When it was announced, and from when it decides: epoch milliseconds. */
  readonly announced: number;
  readonly from: number;
  /** Whether its date was moved since it was announced, and when the last word on it was said. */
  readonly postponed: boolean;
  readonly said: number;
  /** How many comments on it are held, and the platform's answer to them once there is one. */
  readonly comments: number;
  readonly answer: Text | undefined;
  /** Not yet in force, in force since its date, put aside by a later one, or taken back before its date. */
  readonly state: 'coming' | 'in-force' | 'archived' | 'withdrawn';
}

/** What a person is asked because the policy changes: nothing but the difference. */
export interface Reasked<V extends Words> {
  readonly version: PolicyDigest;
  /** From when the version decides: epoch milliseconds. */
  readonly from: number;
  /** Whether its date has come: until then it can wait. */
  readonly isInForce: boolean;
  /** How the version differs from the one that the person accepted. */
  readonly difference: Difference;
  /** Whether the acceptance no longer covers it. */
  readonly acceptance: boolean;
  /** Permissions that speak of what changes. The others stay as they are. */
  readonly choices: readonly Consent<V>[];
  /** Whether the person said that they will answer later. It holds until the date. */
  readonly later: boolean;
}

/** An answer to a change, about the version that was shown. */
interface OfVersion extends Idempotent {
  readonly person: PersonId;
  readonly version: PolicyDigest;
}

/**
 * What a change of the policy asks of people. Only those whose choice no longer covers it are asked, and
 * only about that; a change of words asks nobody. Whoever does not want it leaves by
 * `agreement.terminate`, `export` and `erase`.
 */
export interface Changes<V extends Words> {
  /** What is asked of a person; undefined if their choices cover whatever changed. */
  asked(person: PersonId): Promise<Reasked<V> | undefined>;
  /**
   * Accepts a version, also ahead of its date, and gives again the permissions named. One that is asked
   * about and not named counts no longer once the version is in force.
   */
  accept(
    what: OfVersion & { readonly language: string; readonly renew?: readonly ConsentId[] },
  ): Promise<Omit<Agreed, 'state'> & { readonly renewed: readonly ConsentId[] }>;
  /** Waits with the answer until the date. From then on nothing rests on the old acceptance. */
  later(what: OfVersion): Promise<{ readonly entry: EntryId; readonly until: number }>;
}
