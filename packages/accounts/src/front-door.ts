import type { PersonId } from 'avow';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from './database/open.ts';
import { passkeysPlugin } from './passkeys/plugin.ts';
import type { Passwords } from './password.ts';
import { isPseudonym } from './pseudonym.ts';

/** What the door asks of the rest. */
interface DoorOptions {
  readonly database: Database;
  /** Signs cookies and seals what waits; derived from the key store, never beside the tables. */
  readonly secret: string;
  /** The session's cookie: its name as the policy's register has it. */
  readonly cookie: string;
  readonly isSecure: boolean;
  readonly passwords: Passwords;
  /** Asked before a session of somebody is made, however they came in. Throws to refuse. */
  readonly admit: (person: string) => Promise<void>;
  readonly sendReset?: (person: PersonId, language: string, token: string) => Promise<void>;
}

/** Twelve hours: long enough for a day at the market, short enough for a shared machine. */
const SESSION = 12 * 60 * 60;
const RESET = 30 * 60;
/** Sessions of one account, or operators: more than limits let come together in the life of a session. */
const MOST_ROWS = 10_000;

interface Account {
  readonly person: PersonId;
  readonly language: string;
}

/** Fields of a request in which better-auth takes an address. */
const addresses = ['email', 'newEmail'] as const;

export type FrontDoor = ReturnType<typeof frontDoor>;

/**
 * better-auth, with nothing in it that says who somebody is. It is reached through our own face alone and
 * listens to no request of its own. Addresses are replaced before it is called; a hook refuses whatever
 * is no pseudonym, and the tables refuse what a hook would miss.
 */
export function frontDoor(options: DoorOptions) {
  const { passwords } = options;
  return betterAuth({
    database: options.database.handle,
    secret: options.secret,
    // Never asked for by anybody: links in messages lead to the platform's own pages.
    baseURL: 'http://accounts.invalid',
    telemetry: { enabled: false },
    // It would log pseudonyms and the stack of whatever was refused.
    logger: { disabled: true },
    // Ours counts by pseudonym and hashed address; this one counts by nothing once addresses are off.
    rateLimit: { enabled: false },
    user: {
      additionalFields: {
        person: { type: 'string', required: true, unique: true },
        language: { type: 'string', required: true },
        leaving: { type: 'boolean', required: false },
        role: { type: 'string', required: false },
      },
    },
    session: {
      expiresIn: SESSION,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      resetPasswordTokenExpiresIn: RESET,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ password, hash }) => passwords.matches(password, hash),
      },
      async sendResetPassword({ user, token }) {
        const { person, language, emailVerified } = user as typeof user & Account;
        // Somebody else may have signed up with the address; who proves it signs up anew.
        if (emailVerified) await options.sendReset?.(person, language, token);
      },
    },
    advanced: {
      // Left alone it reads a hundred rows and says nothing of the others: sessions that nobody could end.
      database: { defaultFindManyLimit: MOST_ROWS },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      defaultCookieAttributes: {
        secure: options.isSecure,
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      },
      cookies: { session_token: { name: options.cookie } },
    },
    plugins: [twoFactor({ trustDeviceMaxAge: 0 }), passkeysPlugin],
    hooks: {
      before: createAuthMiddleware(async ({ body }) => {
        const given = addresses.map((field) => (body as Record<string, unknown>)?.[field]);
        const isClear = given.some((address) => address !== undefined && !isPseudonym(address));
        if (isClear) throw new APIError('BAD_REQUEST', { code: 'NO_PSEUDONYM' });
      }),
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({ data: { ...user, name: '-', image: null } }),
        },
      },
      session: {
        create: {
          async before(session, context) {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            const data = { ...session, ipAddress: '', userAgent: '' };
            // This one ends before it is given to anybody: asked is once the second factor is proven, and only
            // then is it told why somebody is not let in.
            if (context?.path === '/sign-in/email' && isTwoFactor(user)) return { data };
            // No account, no session: and none without whatever the door asks for.
            await options.admit((user as { readonly person?: string } | null)?.person ?? '');
            return { data };
          },
        },
      },
    },
  });
}

const isTwoFactor = (user: unknown): boolean =>
  (user as { readonly twoFactorEnabled?: boolean | null } | null)?.twoFactorEnabled === true;
