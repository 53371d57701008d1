import type { PersonId } from 'avow';
import { isAPIError } from 'better-auth/api';
import { addressIn } from './address.ts';
import { Unadmitted } from './admit.ts';
import { challengeIn, isChallenge } from './challenge.ts';
import { invalid } from './entered.ts';
import type { Accounts, CookieHeader, Entered, Failed, NotAdmitted, SignedIn } from './face.ts';
import type { Premises } from './premises.ts';
import { accountById, confirmAccount, waiting } from './stored.ts';
import { confirmationIn, noteConfirmed, noteLater, noteVerified } from './verified.ts';

/** Compares the password, asks whether there may be a session, and makes it: in this order. */
export function signInWith(premises: Premises): Accounts['signIn'] {
  return async ({ address: typed, password, caller, cookie }) => {
    const address = addressIn(typed);
    if (address === undefined) {
      return invalid({ address: 'malformed' }) as NonNullable<ReturnType<typeof invalid>>;
    }
    const pseudonym = premises.pseudonym(address);
    const wait = premises.tries.compare(pseudonym, caller);
    if (wait !== undefined) return wait;
    const entering = await enter(premises, pseudonym, String(password), cookie);
    if (entering.outcome === 'in' || entering.outcome === 'second-factor') {
      await noteLater(premises, () => noteConfirmed(premises, address));
    }
    return entering;
  };
}

/**
 * Confirms with both: the link shows that somebody reads the address's mail, the password that it is who
 * signed up. One of them alone could be somebody else's.
 */
export function confirmWith(premises: Premises): Accounts['confirm'] {
  const { door, tries, passwords } = premises;
  const links = waiting(door, 'confirm');
  return async ({ token, password, caller, cookie }) => {
    const sealed = await links.find(token);
    const found = sealed === undefined ? undefined : await confirmationIn(premises, sealed);
    const account = found && (await accountById(door, found.account));
    if (account === undefined) return { outcome: 'expired' };
    const wait = tries.compare(account.pseudonym, caller);
    if (wait !== undefined) return wait;
    if (!(await passwords.matches(String(password), account.hash))) return { outcome: 'wrong' };
    if ((await links.take(token)) === undefined) return { outcome: 'expired' };
    if (!(await confirmAccount(door, account.id))) return { outcome: 'expired' };
    const address = found?.address;
    if (address) await noteLater(premises, () => noteVerified(premises, account.person, address));
    return enter(premises, account.pseudonym, String(password), cookie);
  };
}

/** Signs in by pseudonym and password, as far as the password goes. */
export async function enter(
  premises: Pick<Premises, 'door'>,
  pseudonym: string,
  password: string,
  cookie: CookieHeader,
): Promise<SignedIn> {
  const { door } = premises;
  try {
    const { headers, response } = await door.api.signInEmail({
      body: { email: pseudonym, password },
      returnHeaders: true,
    });
    // Whatever session the browser came with ends here: it may have been put there by somebody else.
    await endPresented(premises, cookie);
    const challenge = challengeIn(headers);
    if ('twoFactorRedirect' in response && challenge !== undefined) {
      return { outcome: 'second-factor', challenge };
    }
    return entered(headers, response.user as unknown as { readonly person: string });
  } catch (problem) {
    return refused(problem);
  }
}

export const entered = (headers: Headers, user: { readonly person: string }): Entered => ({
  outcome: 'in',
  person: user.person as PersonId,
  // The session's own comes first; better-auth's others, which no register lists, stay here.
  setCookie: headers.getSetCookie().find((header) => !isChallenge(header)) ?? '',
});

/** better-auth's words for a password or code that is not the one. */
const wrong: ReadonlySet<string> = new Set([
  'INVALID_EMAIL_OR_PASSWORD',
  'INVALID_PASSWORD',
  'PASSWORD_TOO_LONG',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
]);

/** What a failed sign-in is answered with; a fault stays a fault. */
export function refused(problem: unknown): NotAdmitted | Failed<'wrong' | 'unverified'> {
  if (problem instanceof Unadmitted) return problem.answer;
  if (isAPIError(problem)) {
    const code = problem.body?.code;
    if (code !== undefined && wrong.has(code)) return { outcome: 'wrong' };
    if (code === 'EMAIL_NOT_VERIFIED') return { outcome: 'unverified' };
  }
  throw problem;
}

export async function endPresented(
  { door }: Pick<Premises, 'door'>,
  cookie: CookieHeader,
): Promise<Headers> {
  const headers = new Headers(cookie === undefined ? {} : { cookie });
  return (await door.api.signOut({ headers, returnHeaders: true })).headers;
}
