import type { PersonId } from 'avow';
import type { Accounts, CookieHeader, Failed, From, SecondFactor, SignedIn } from '../face.ts';

/** What operators are there for; the tables take no other. */
export const roles = ['support', 'legal', 'data-protection', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** An operator as everybody may know them: no name is kept that could be shown. */
export interface Operator {
  /** Their subject in the vault, by which records name who decided. */
  readonly operator: PersonId;
  readonly role: Role;
}

/** An operator who was added, or given new credentials. Said once, and kept nowhere. */
export interface Credentials extends Operator {
  readonly password: string;
}

/** Who presents a cookie. Until the second factor is on, an operator can do nothing but switch it on. */
export type Presented = (Operator & { readonly state: 'in' }) | { readonly state: 'must-enrol' };

/**
 * Those who work for the platform. Their accounts lie apart from people's; they sign in by a login name,
 * which the tables hold as a keyed hash, and always with a second factor.
 */
export interface Operators {
  /** `name`: 2 to 32 small letters, digits, dots and hyphens, told to nobody else. */
  add(who: { readonly name: string; readonly role: Role }): Promise<Credentials | Failed<'taken'>>;
  list(): Promise<readonly (Operator & { readonly hasSecondFactor: boolean })[]>;
  /** New credentials for one who lost theirs: a new password, no second factor yet, sessions ended. */
  renew(name: string): Promise<Credentials | Failed<'unknown'>>;
  /** From the moment this resolves the operator's cookies open nothing. */
  remove(operator: PersonId): Promise<Failed<'removed' | 'unknown'>>;
  signIn(
    what: From & {
      readonly name: string;
      readonly password: string;
      readonly cookie?: CookieHeader;
    },
  ): Promise<SignedIn>;
  readonly secondFactor: Pick<SecondFactor, 'begin' | 'finish' | 'prove'>;
  readonly changePassword: Accounts['changePassword'];
  whoIs(cookie: CookieHeader): Promise<Presented | undefined>;
  signOut(cookie: CookieHeader): Promise<{ readonly setCookie: string }>;
  close(): Promise<void>;
}
