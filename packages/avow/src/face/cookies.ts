import type { Cookie, PurposeName, Words } from '@avow/policy';
import type { Consent } from './consents.ts';
import type { Decided, Idempotent } from './decision.ts';
import type { EntryId, PersonId } from './ids.ts';

/** A cookie of the register, with the name or pattern that it is listed under. */
export type ListedCookie = Cookie & { readonly listed: string };

/** No version of the policy in force lists it: it is stopped, and no decision is about it. */
export interface UndeclaredCookie {
  readonly permitted: false;
  readonly by: 'register';
}

export type CookieDecided = Decided<{ readonly cookie: ListedCookie }> | UndeclaredCookie;

/** A cookie that no register lists, where it was stopped. */
export interface StrayCookie {
  /**
   * Its name, each run of digits as `0`: a name may hold what tells people apart. `?` for one that is no
   * token (RFC 6265 section 4.1.1): a browser sends whatever somebody wrote there.
   */
  readonly name: string;
  /** `sent` by a browser, `set` by the server, or written by a `script` of a page. */
  readonly where: 'sent' | 'set' | 'script';
}

/** How often a stray was stopped by this process, and when last (epoch milliseconds). */
export interface StraysCounted extends StrayCookie {
  readonly count: number;
  readonly last: number;
}

/** A cookie in somebody's browser: a person's, or that of a device nobody is known behind. */
export interface CookieOf {
  readonly person: PersonId;
  readonly name: string;
}

/** The cookies that the policy lists, and what people allow of them. */
export interface Cookies<V extends Words> {
  /** The entry of the register in force; undefined: it may be neither set nor read. */
  find(name: string): ListedCookie | undefined;
  list(): readonly ListedCookie[];
  /** The purposes that listed cookies serve, in the order of the register. */
  purposes(): readonly PurposeName<V>[];
  /** Decides whether a cookie is set. It is on record when this answers. */
  set(what: CookieOf): Promise<CookieDecided>;
  /** Decides whether a cookie that came is read. It is on record when this answers. */
  read(what: CookieOf): Promise<CookieDecided>;
  /** Whether cookies for a purpose would be read now. On no record, and so for stopping only. */
  mayRead(person: PersonId, purpose: PurposeName<V>): Promise<boolean>;
  /** The question in the policy's words, as it must be shown before it is answered. */
  question(purpose: PurposeName<V>, language: string): string;
  /**
   * What somebody says about the cookies of a purpose: setting, reading, and use of what they yield. A
   * no after a yes withdraws it. From the moment this returns nothing is set or read against it.
   */
  choose(
    what: {
      readonly person: PersonId;
      readonly purpose: PurposeName<V>;
      readonly answer: 'accept' | 'reject';
      readonly language: string;
    } & Idempotent,
  ): Promise<Consent<V> & { readonly entry: EntryId }>;
  /**
   * Takes down that a cookie which no register lists was stopped, under a name that is safe to tell;
   * answers that name. Any name may be given.
   */
  stray(what: StrayCookie): StrayCookie;
  /** The strays that this process stopped, the latest first; of very many, the latest. */
  strays(): readonly StraysCounted[];
  /** The last word on each purpose that somebody chose about. */
  choices(person: PersonId): Promise<Partial<Record<PurposeName<V>, 'accept' | 'reject'>>>;
}
