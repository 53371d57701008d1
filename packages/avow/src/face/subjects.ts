import type { CategoryName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EntryId, PersonId } from './ids.ts';

/** Whom data is about. */
export type SubjectKind = 'person' | 'organisation' | 'device';
/** `held`: erased, for everyone but the law, since a legal hold stands against destroying the keys. */
export type SubjectState = 'active' | 'suspended' | 'held' | 'erased';

/** Somebody as the records have them; no value of theirs. */
export interface Subject {
  readonly person: PersonId;
  readonly kind: SubjectKind;
  readonly state: SubjectState;
  /** ISO 3166-1 alpha-2 of where the person lives, as far as stated. */
  readonly country: string | undefined;
  readonly created: number;
}

/** What the browser of a person or device does, as it was found when it last came. */
export interface BrowserFound {
  /** It keeps no cookie. */
  readonly blocksCookies: boolean;
  /** It sends `Sec-GPC: 1` (Global Privacy Control, W3C). */
  readonly signalsOptOut: boolean;
}

/** The people, organisations and devices whose data is kept. An id says nothing of who it is. */
export interface Subjects<V extends Words> {
  create(
    what?: { readonly kind?: SubjectKind; readonly country?: string } & Idempotent,
  ): Promise<Subject>;
  get(person: PersonId): Promise<Subject | undefined>;
  /** Who was collected with this value under `findBy`; compares a keyed hash, opens nothing. */
  find(category: CategoryName<V>, value: string): Promise<PersonId | undefined>;
  /**
   * Records that a person has shown a value to be theirs, such as an address whose mail they read. It counts
   * for what is held of them now: whatever they put there later is not verified, even if it is the
   * same. Deliveries of partners join an account by verified values alone. `AVOW_STATE` if it is not the
   * value that they are found by (`findBy`). Kept as a keyed hash.
   */
  verify(
    what: {
      readonly person: PersonId;
      readonly category: CategoryName<V>;
      readonly value: string;
    } & Idempotent,
  ): Promise<{ readonly entry: EntryId }>;
  /** Whether what is held of a person in a category has been verified. Opens nothing. */
  isVerified(person: PersonId, category: CategoryName<V>): Promise<boolean>;
  /**
   * A keyed hash of a value, 48 hexadecimal digits: for rows of the platform's own that must be found by
   * a value and must not hold it. Equal values have equal hashes within one `use` and nothing in common
   * across two; without the key store nobody can compute one. Opens nothing.
   */
  pseudonym(use: string, value: string): string;
  /**
   * What law makes public of an organisation: values of the categories that the policy in force marks
   * `public`. They lie outside the policy, so anyone may read them; nothing is decided or recorded.
   * Undefined: no organisation of this id is there. All else of its form takes a decision.
   */
  publicFacts(
    organisation: PersonId,
  ): Promise<Partial<Record<CategoryName<V>, string>> | undefined>;
  /**
   * From the moment this returns every act about the person is refused, everywhere, until they are reinstated:
   * the end of a leak or of a case of harvesting does not open what the platform itself suspended.
   */
  suspend(
    person: PersonId,
    options?: Idempotent,
  ): Promise<RunningOut & { readonly entry: EntryId }>;
  /** Opens the account, whatever suspended it. */
  reinstate(person: PersonId, options?: Idempotent): Promise<{ readonly entry: EntryId }>;
  /**
   * Records what a browser was found to do; facts about cookies are read from it. What is left out stays
   * as it was found before.
   */
  browser(
    person: PersonId,
    found: Partial<BrowserFound> & Idempotent,
  ): Promise<{ readonly entry: EntryId }>;
  /** What the browser was last found to do; nothing of either, if nobody looked. Opens nothing. */
  browserFound(person: PersonId): Promise<BrowserFound>;
}
