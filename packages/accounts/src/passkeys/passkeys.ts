import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Premises } from '../premises.ts';
import { presented } from '../sessions.ts';
import { endPresented, entered, refused } from '../sign-in.ts';
import { accountById, waiting } from '../stored.ts';
import type { Passkeys } from './face.ts';
import { storedPasskeys } from './stored.ts';

type Needed = Pick<Premises, 'door' | 'tries' | 'issuer' | 'passwords'> & {
  /** The platform's address as browsers have it; its host is what passkeys are bound to. */
  readonly origin: string;
};

const ANSWER_WITHIN = 5 * 60_000;

/** What a ticket stands for. */
interface Ticket {
  readonly challenge: string;
  readonly account?: string;
}

export function passkeysWith(needed: Needed): Passkeys {
  const { door, tries, issuer, passwords } = needed;
  const { hostname: rpID, origin } = new URL(needed.origin);
  const stored = storedPasskeys(door);
  const tickets = waiting(door, 'passkey');
  const put = (ticket: Ticket) => tickets.put(JSON.stringify(ticket), ANSWER_WITHIN);
  const take = async (ticket: string) => {
    const taken = await tickets.take(String(ticket));
    return taken === undefined ? undefined : (JSON.parse(taken) as Ticket);
  };

  return {
    async begin({ cookie, password, caller }) {
      const found = await presented(needed, cookie);
      const account = found && (await accountById(door, found.account));
      if (account === undefined) return { outcome: 'signed-out' };
      const wait = tries.compare(account.pseudonym, caller);
      if (wait !== undefined) return wait;
      if (!(await passwords.matches(String(password), account.hash))) return { outcome: 'wrong' };
      const options = await generateRegistrationOptions({
        rpName: issuer,
        rpID,
        // What the authenticator shows and keeps: nothing of the person, who knows whose it is.
        userName: issuer,
        userID: new Uint8Array(Buffer.from(account.id)),
        attestationType: 'none',
        excludeCredentials: (await stored.of(account.id)).map(({ credential: { id } }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const ticket = await put({ challenge: options.challenge, account: account.id });
      return { outcome: 'asked', options, ticket };
    },

    async finish({ cookie, ticket, response }) {
      const found = await presented(needed, cookie);
      if (found === undefined) return { outcome: 'signed-out' };
      const asked = await take(ticket);
      if (asked?.account !== found.account) return { outcome: 'expired' };
      const expected = { expectedChallenge: asked.challenge, expectedOrigin: origin };
      const answer = await verifyRegistrationResponse({
        response,
        ...expected,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(notVerified);
      if (!answer.verified || answer.registrationInfo === undefined) return { outcome: 'refused' };
      const { credential } = answer.registrationInfo;
      if (await stored.find(credential.id)) return { outcome: 'refused' };
      await stored.add(found.account, credential);
      return { outcome: 'added' };
    },

    async ask({ caller }) {
      const wait = tries.ask(caller);
      if (wait !== undefined) return wait;
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return { outcome: 'asked', options, ticket: await put({ challenge: options.challenge }) };
    },

    async enter({ ticket, response, cookie }) {
      const asked = await take(ticket);
      if (asked === undefined || asked.account !== undefined) return { outcome: 'expired' };
      const passkey = await stored.find(String(response?.id));
      if (passkey === undefined) return { outcome: 'wrong' };
      const answer = await verifyAuthenticationResponse({
        response,
        expectedChallenge: asked.challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: passkey.credential,
        requireUserVerification: true,
      }).catch(notVerified);
      if (!answer.verified || answer.authenticationInfo === undefined) return { outcome: 'wrong' };
      // Of two who bring one count, such as an authenticator and its copy, one gets on.
      const { newCounter } = answer.authenticationInfo;
      if (!(await stored.count(passkey, newCounter))) return { outcome: 'wrong' };
      try {
        const { headers, response: came } = await door.api.enterAs({
          body: { account: passkey.account },
          returnHeaders: true,
        });
        await endPresented(needed, cookie);
        return entered(headers, came.user);
      } catch (problem) {
        return refused(problem);
      }
    },

    async list(cookie) {
      const found = await presented(needed, cookie);
      const own = found ? await stored.of(found.account) : [];
      return own.map(({ id, added }) => ({ id, added }));
    },

    async remove(cookie, id) {
      const found = await presented(needed, cookie);
      const isGone = found !== undefined && (await stored.remove(found.account, id));
      return { outcome: isGone ? 'removed' : 'unknown' };
    },
  };
}

/** Whatever an answer lacks is told by throwing; to us it is an answer that proves nothing. */
const notVerified = () =>
  ({ verified: false, registrationInfo: undefined, authenticationInfo: undefined }) as const;
