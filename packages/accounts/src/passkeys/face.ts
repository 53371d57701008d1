import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { CookieHeader, Entered, Failed, From, NotAdmitted } from '../face.ts';
import type { Wait } from '../limits.ts';

/** What a browser is asked (WebAuthn level 3, section 5.1.10), and the ticket that comes back with its answer. */
export interface Asked<Options> {
  readonly outcome: 'asked';
  readonly options: Options;
  /** Good once, for five minutes; goes into the form. */
  readonly ticket: string;
}

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  readonly id: string;
  readonly added: number;
}

/**
 * Passkeys. The authenticator always makes sure of its owner (a finger, a code), so that one stands for
 * password and second factor together. Signing in asks for any passkey of this site, and so says nothing
 * about who has one.
 */
export interface Passkeys {
  begin(
    what: From & { readonly cookie: CookieHeader; readonly password: string },
  ): Promise<Asked<PublicKeyCredentialCreationOptionsJSON> | Failed<'wrong' | 'signed-out'> | Wait>;
  finish(
    what: From & {
      readonly cookie: CookieHeader;
      readonly ticket: string;
      readonly response: RegistrationResponseJSON;
    },
  ): Promise<Failed<'added' | 'refused' | 'expired' | 'signed-out'>>;
  ask(from: From): Promise<Asked<PublicKeyCredentialRequestOptionsJSON> | Wait>;
  enter(
    what: From & {
      readonly ticket: string;
      readonly response: AuthenticationResponseJSON;
      readonly cookie?: CookieHeader;
    },
  ): Promise<Entered | NotAdmitted | Failed<'wrong' | 'expired' | 'unverified'> | Wait>;
  list(cookie: CookieHeader): Promise<readonly PasskeyLine[]>;
  remove(cookie: CookieHeader, id: string): Promise<Failed<'removed' | 'unknown'>>;
}
