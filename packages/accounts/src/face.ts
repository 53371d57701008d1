import type { PersonId } from 'avow';
import type { Wait } from './limits.ts';
import type { Passkeys } from './passkeys/face.ts';

/** From where a request came: what it is counted by. */
export interface From {
  /** A keyed hash of the network address, as `@avow/server` hands it to mounted applications. */
  readonly caller?: string | undefined;
}

/** Somebody's wish for an account. Every field that is not listed for its kind is refused by name. */
export interface SignUp extends From {
  readonly kind: 'person' | 'organisation';
  readonly address: string;
  readonly password: string;
  /** What the account's form asks besides, by category of the policy. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Whether the box of its own for the agreement was ticked. It is never ticked beforehand. */
  readonly accepted: boolean;
  /** The language in which the agreement was shown, and in which messages are written. */
  readonly language: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What was entered cannot be taken: the names of what is wrong, never what stood there. */
export interface Invalid {
  readonly outcome: 'invalid';
  readonly fields: readonly { readonly name: string; readonly problem: Problem }[];
}
export type Problem = 'malformed' | 'too-short' | 'too-long' | 'not-asked-for' | 'missing';

/** Look in your mail. Said whether the address is known or not, as soon for one as for the other. */
export interface Mailed {
  readonly outcome: 'mailed';
}

/** Logged in. The header is for `Set-Cookie`, and the cookie is decided and on record. */
export interface Entered {
  readonly outcome: 'in';
  readonly person: PersonId;
  readonly setCookie: string;
}

/** The second factor is wanted; `challenge` goes into the next form, in no cookie, for ten minutes. */
export interface Challenged {
  readonly outcome: 'second-factor';
  readonly challenge: string;
}

/**
 * Why somebody who proved who they are is not let in: the account is suspended, ended or erased, it has no
 * acceptance on record, or the policy refuses the cookie, by the sentence named.
 */
export interface NotAdmitted {
  readonly outcome: 'not-admitted';
  readonly why: 'standing' | 'acceptance' | 'cookie';
  readonly sentence?: string;
  /**
   * With `standing`: stands for who they proved to be, for half an hour and in no cookie, so that they read
   * why and appeal; see `whoHolds`.
   */
  readonly ticket?: string;
}

/** That something of an account has leaked, by somebody who is not logged in. */
export interface LeakReport extends From {
  readonly address: string;
  /** Given and right, the account is frozen with the report; absent, a link to freeze it is sent. */
  readonly password?: string;
  /** What leaked, by category of the policy. At least one. */
  readonly values: Readonly<Record<string, string>>;
  /** By when: epoch milliseconds. */
  readonly happened: number;
  readonly text: string;
}

/** The policy refuses it, by this sentence. Nothing has changed. */
export interface Refused {
  readonly outcome: 'refused';
  readonly sentence: string;
}

/** One of these outcomes, with nothing more to say. */
export type Failed<Outcome extends string> = Outcome extends string
  ? { readonly outcome: Outcome }
  : never;

export type SignedIn =
  | Entered
  | Challenged
  | NotAdmitted
  | Failed<'wrong' | 'unverified'>
  | Invalid
  | Wait;

/** A session as its owner sees it. Neither network address nor browser is kept, so none is shown. */
export interface SessionLine {
  /** Names it for `end`; opens nothing. */
  readonly id: string;
  readonly began: number;
  readonly ends: number;
  readonly isThis: boolean;
}

/** Who is logged in. */
export interface Whose {
  readonly person: PersonId;
  readonly language: string;
  readonly hasSecondFactor: boolean;
}

/** The value of a request's `Cookie` header. */
export type CookieHeader = string | undefined;

/** A second factor that is being set up. Shown once, and kept sealed. */
export interface Begun {
  readonly outcome: 'begun';
  /** For the picture that an authenticator reads: `otpauth://totp/…` (RFC 6238: SHA-1, six digits, 30 s). */
  readonly uri: string;
  /** The same secret to type, base32. */
  readonly secret: string;
  /** Each opens the account once, in place of a code. */
  readonly recoveryCodes: readonly string[];
}

/** Codes from an authenticator, or recovery codes. */
export interface SecondFactor {
  begin(
    what: From & { readonly cookie: CookieHeader; readonly password: string },
  ): Promise<Begun | Failed<'wrong' | 'signed-out' | 'is-on'> | Wait>;
  /** Switches it on with a first code. The session gets a new name. */
  finish(
    what: From & { readonly cookie: CookieHeader; readonly code: string },
  ): Promise<Entered | NotAdmitted | Failed<'wrong' | 'signed-out'> | Wait>;
  /** The second step of signing in. A code counts once; five wrong ones end the challenge. */
  prove(
    what: From & { readonly challenge: string; readonly code: string },
  ): Promise<Entered | NotAdmitted | Failed<'wrong' | 'expired' | 'unverified'> | Wait>;
  off(
    what: From & { readonly cookie: CookieHeader; readonly password: string },
  ): Promise<Entered | NotAdmitted | Failed<'wrong' | 'signed-out'> | Wait>;
}

/** The sessions of one account. */
export interface Sessions {
  list(cookie: CookieHeader): Promise<readonly SessionLine[]>;
  /** Ends one; when this resolves its cookie opens nothing. Only one's own can be named. */
  end(cookie: CookieHeader, id: string): Promise<Failed<'ended' | 'unknown'>>;
  endOthers(cookie: CookieHeader): Promise<void>;
}

/** Where links in messages lead; each gets its token, in the fragment-less query, as `?token=`. */
export interface AccountPages {
  readonly confirm: string;
  readonly signIn: string;
  readonly reset: string;
  readonly confirmAddress: string;
  readonly report: string;
  readonly freeze: string;
}

/**
 * The accounts of people and organisations. Whatever a person may get wrong is an outcome; faults carry a
 * code (`AVOW_…`). Every method may be called by any number of processes on the same places at once.
 */
export interface Accounts {
  /**
   * Takes a wish for an account. What comes of it depends on the address, and is said there alone: a link to
   * confirm it, or that it has an account already. Nothing is kept without acceptance.
   */
  signUp(what: SignUp): Promise<Mailed | Failed<'not-accepted'> | Invalid | Wait>;
  /** Confirms the address: whoever reads its mail and knows the password that was chosen. Logs in. */
  confirm(
    what: From & {
      readonly token: string;
      readonly password: string;
      readonly cookie?: CookieHeader;
    },
  ): Promise<SignedIn | Failed<'expired'>>;
  /** `cookie`: what the browser presented; the session in it ends, and the new one has another name. */
  signIn(
    what: From & {
      readonly address: string;
      readonly password: string;
      readonly cookie?: CookieHeader;
    },
  ): Promise<SignedIn>;
  /** Who presents this cookie; nobody, if the account is suspended, ended or erased by now. */
  whoIs(cookie: CookieHeader): Promise<Whose | undefined>;
  /** In which language they read from now on, and are written to. Nobody's cookie changes nothing. */
  setLanguage(cookie: CookieHeader, language: string): Promise<void>;
  /** The password once more, before what cannot be undone. Counted like signing in. */
  proves(
    what: From & { readonly cookie: CookieHeader; readonly password: string },
  ): Promise<Failed<'proven' | 'wrong' | 'signed-out'> | Wait>;
  /** Ends the session; the header expires the cookie. */
  signOut(cookie: CookieHeader): Promise<{ readonly setCookie: string }>;
  requestReset(what: From & { readonly address: string }): Promise<Mailed | Invalid | Wait>;
  /**
   * Sets a new password, once for each link, and ends every session of the account. An account that was
   * frozen until then opens. The link in the message that a second factor was switched on does it as well, within seven days,
   * and takes that factor and every passkey away: whoever knew the password could have added them.
   */
  reset(
    what: From & { readonly token: string; readonly password: string },
  ): Promise<Failed<'changed' | 'expired'> | Invalid | Wait>;
  /** Sets another password; every other session ends, and this one gets a new name. */
  changePassword(
    what: From & {
      readonly cookie: CookieHeader;
      readonly password: string;
      readonly next: string;
    },
  ): Promise<Entered | NotAdmitted | Failed<'wrong' | 'signed-out'> | Invalid | Wait>;
  /** Asks for another address; nothing changes before it is confirmed there. */
  changeAddress(
    what: From & {
      readonly cookie: CookieHeader;
      readonly password: string;
      readonly address: string;
    },
  ): Promise<Mailed | Failed<'wrong' | 'signed-out'> | Invalid | Wait>;
  confirmAddress(
    what: From & { readonly token: string },
  ): Promise<Failed<'changed' | 'expired' | 'taken'> | Refused | Wait>;
  /** Who a ticket stands for that `not-admitted` came with; undefined once its time is over. */
  whoHolds(ticket: string): Promise<PersonId | undefined>;
  /**
   * Takes a report of a leak. Without a password it is answered the same whether the address has an account
   * or not, and what comes of it is said at the address alone; counted like signing in.
   */
  reportLeak(what: LeakReport): Promise<Mailed | Failed<'frozen' | 'wrong'> | Invalid | Wait>;
  /** Freezes the account, by the link in the message about the report; its sessions are over. */
  freeze(what: From & { readonly token: string }): Promise<Failed<'frozen' | 'expired'> | Wait>;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  /** After an erasure: the account and its sessions go. */
  forget(person: PersonId): Promise<void>;
  /** Erases sign-ups that nobody confirmed within a day; answers how many. Happens by itself every hour. */
  sweep(): Promise<number>;
  /** Resolves once what goes on after answers is done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
