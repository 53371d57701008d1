import { isAPIError } from 'better-auth/api';
import { presentingChallenge, waitingName } from './challenge.ts';
import type { CookieHeader, SecondFactor } from './face.ts';
import type { FrontDoor } from './front-door.ts';
import type { Premises } from './premises.ts';
import { presented } from './sessions.ts';
import { entered, refused } from './sign-in.ts';

type Needed = Pick<Premises, 'door' | 'tries' | 'issuer'>;

/** A code of an authenticator; anything else is taken for a recovery code. */
const isCode = (code: string) => /^\d{6}$/.test(code);

/**
 * Codes by RFC 6238 and recovery codes: better-auth's, with what is missing there. `tell`: called once one is switched on,
 * with the id of the account.
 */
export function secondFactorWith(
  needed: Needed,
  tell: (account: string) => Promise<void> = async () => {},
): SecondFactor {
  const { door, tries, issuer } = needed;

  /** Whose session it is, once it is known that another try is granted. */
  async function asking(cookie: CookieHeader, caller: string | undefined) {
    const found = await presented(needed, cookie);
    if (found === undefined || cookie === undefined) return { outcome: 'signed-out' } as const;
    const wait = tries.compare(found.pseudonym, caller);
    return wait ?? { outcome: 'known' as const, ...found, headers: new Headers({ cookie }) };
  }

  return {
    async begin({ cookie, password, caller }) {
      const who = await asking(cookie, caller);
      if (who.outcome !== 'known') return who;
      try {
        const body = { password, method: 'totp' } as const;
        const made = await door.api.enableTwoFactor({ body, headers: who.headers });
        if (made.method !== 'totp') throw new TypeError('a second factor of another kind');
        const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
        const recoveryCodes = made.backupCodes;
        return { outcome: 'begun', uri: uriOf(issuer, secret), secret, recoveryCodes };
      } catch (problem) {
        if (isAPIError(problem) && problem.body?.code === 'TOTP_ALREADY_ENABLED') {
          return { outcome: 'is-on' };
        }
        const answer = wrongOr(problem);
        if (answer.outcome === 'wrong') return answer;
        throw problem;
      }
    },

    async finish({ cookie, code, caller }) {
      const who = await asking(cookie, caller);
      if (who.outcome !== 'known') return who;
      if (!isCode(code) || !(await isFresh(door, who.account, code))) return { outcome: 'wrong' };
      try {
        const { headers } = await door.api.verifyTOTP({
          body: { code },
          headers: who.headers,
          returnHeaders: true,
        });
        if (!who.whose.hasSecondFactor) await tell(who.account);
        return entered(headers, who.whose);
      } catch (problem) {
        return wrongOr(problem);
      }
    },

    async prove({ challenge, code, caller }) {
      const headers = presentingChallenge(challenge);
      if (headers === undefined) return { outcome: 'expired' };
      const name = waitingName(challenge);
      const wait = tries.compare(name, caller);
      if (wait !== undefined) return wait;
      const storage = (await door.$context).internalAdapter;
      const account = (await storage.findVerificationValue(name))?.value;
      if (account === undefined) return { outcome: 'expired' };
      try {
        if (isCode(code)) {
          if (!(await isFresh(door, account, code))) return { outcome: 'wrong' };
          const proven = await door.api.verifyTOTP({
            body: { code },
            headers,
            returnHeaders: true,
          });
          return entered(proven.headers, proven.response.user as unknown as { person: string });
        }
        const proven = await door.api.verifyBackupCode({
          body: { code: code.trim() },
          headers,
          returnHeaders: true,
        });
        return entered(proven.headers, proven.response.user as unknown as { person: string });
      } catch (problem) {
        if (isAPIError(problem) && isOver(problem.body?.code, problem.status)) {
          return { outcome: 'expired' };
        }
        return refused(problem);
      }
    },

    async off({ cookie, password, caller }) {
      const who = await asking(cookie, caller);
      if (who.outcome !== 'known') return who;
      try {
        const { headers } = await door.api.disableTwoFactor({
          body: { password },
          headers: who.headers,
          returnHeaders: true,
        });
        return entered(headers, who.whose);
      } catch (problem) {
        return wrongOr(problem);
      }
    },
  };
}

/** Without an account's name in it: an authenticator would show a pseudonym. */
const uriOf = (issuer: string, secret: string) =>
  `otpauth://totp/${encodeURIComponent(issuer)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;

/** Whether the challenge has ended: used up, tried too often, or lost to another who used the same code. */
const isOver = (code: string | undefined, status: unknown) =>
  code === 'INVALID_TWO_FACTOR_COOKIE' ||
  code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' ||
  code === 'ACCOUNT_TEMPORARILY_LOCKED' ||
  status === 'CONFLICT';

function wrongOr(problem: unknown) {
  const answer = refused(problem);
  if (answer.outcome === 'unverified') throw problem;
  return answer;
}

/** A code is valid for a step before and after its own: 90 seconds, which this covers twice over. */
const STEP = 180_000;

/**
 * Takes a code for an account, so that it counts once (RFC 6238, section 5.2): who looked over a
 * shoulder finds it used. Of two who bring it at once, one has it.
 */
async function isFresh(door: FrontDoor, account: string, code: string): Promise<boolean> {
  const storage = (await door.$context).internalAdapter;
  const step = Math.floor(Date.now() / STEP);
  const named = (at: number) => `totp:${account}:${code}:${at}`;
  if (await storage.findVerificationValue(named(step - 1))) return false;
  const expiresAt = new Date((step + 2) * STEP);
  return storage.reserveVerificationValue({ identifier: named(step), value: '-', expiresAt });
}
