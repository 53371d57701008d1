import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

/** What the call takes, for the compiler alone. */
const $Infer = { body: {} as { readonly account: string } };

/**
 * What better-auth needs to know of passkeys: their table, and a way to a session for somebody who has
 * proven one. The way is called by us alone and is on no path. (Its own plugin for passkeys is bound to
 * older versions of its parts than it uses itself.)
 */
export const passkeysPlugin = {
  id: 'avow-passkeys',
  schema: {
    passkey: {
      fields: {
        userId: {
          type: 'string',
          required: true,
          references: { model: 'user', field: 'id' },
          index: true,
        },
        credential: { type: 'string', required: true, unique: true },
        publicKey: { type: 'string', required: true },
        counter: { type: 'number', required: true },
        transports: { type: 'string', required: true },
        createdAt: { type: 'date', required: true },
      },
    },
  },
  endpoints: {
    enterAs: createAuthEndpoint.serverOnly(
      { method: 'POST', metadata: { $Infer } },
      async (context) => {
        const { account } = context.body;
        const held = context.context.internalAdapter;
        const user = await held.findUserById(account);
        if (!user?.emailVerified) throw new APIError('FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED' });
        const session = await held.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { user: user as typeof user & { readonly person: string } };
      },
    ),
  },
} as const;
