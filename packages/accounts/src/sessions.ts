import { hash } from 'node:crypto';
import type { PersonId } from 'avow';
import { standingOf } from './admit.ts';
import type { Accounts, CookieHeader, Sessions, Whose } from './face.ts';
import { isLanguage } from './mail/words.ts';
import type { Premises } from './premises.ts';
import { endPresented } from './sign-in.ts';
import { accountOfPerson, removeAccount } from './stored.ts';

/** Who presents a cookie, as the tables say; whether the account still stands is another question. */
export async function presented({ door }: Pick<Premises, 'door'>, cookie: CookieHeader) {
  if (cookie === undefined) return undefined;
  const found = await door.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return undefined;
  const { person, language, twoFactorEnabled } = found.user as typeof found.user & {
    readonly person: string;
    readonly language: string;
    readonly twoFactorEnabled?: boolean | null;
  };
  const whose: Whose = {
    person: person as PersonId,
    language,
    hasSecondFactor: twoFactorEnabled === true,
  };
  return { whose, account: found.user.id, pseudonym: found.user.email, token: found.session.token };
}

export function whoIsWith(premises: Premises): Accounts['whoIs'] {
  return async (cookie) => {
    const found = await presented(premises, cookie);
    if (found === undefined) return undefined;
    const isBarred = await standingOf(premises.avow, found.whose.person);
    return isBarred ? undefined : found.whose;
  };
}

export function setLanguageWith(premises: Premises): Accounts['setLanguage'] {
  return async (cookie, language) => {
    if (!isLanguage(language)) return;
    const found = await presented(premises, cookie);
    if (found === undefined || found.whose.language === language) return;
    await (await premises.door.$context).internalAdapter.updateUser(found.account, { language });
  };
}

export function signOutWith(premises: Pick<Premises, 'door'>): Accounts['signOut'] {
  return async (cookie) => {
    const headers = await endPresented(premises, cookie);
    return { setCookie: headers.getSetCookie()[0] ?? '' };
  };
}

/** The sessions of whoever presents the cookie, and of nobody else. */
export function sessionsWith(premises: Premises): Sessions {
  const { door } = premises;

  async function own(cookie: CookieHeader) {
    const found = await presented(premises, cookie);
    if (found === undefined) return [];
    const storage = (await door.$context).internalAdapter;
    const sessions = await storage.listSessions(found.account, { onlyActiveSessions: true });
    return sessions.map(({ token, createdAt, expiresAt }) => ({
      token,
      line: {
        id: lineId(token),
        began: new Date(createdAt).getTime(),
        ends: new Date(expiresAt).getTime(),
        isThis: token === found.token,
      },
    }));
  }

  const end = async (token: string) => (await door.$context).internalAdapter.deleteSession(token);

  return {
    list: async (cookie) =>
      (await own(cookie)).map(({ line }) => line).sort((a, b) => b.began - a.began),
    async end(cookie, id) {
      const named = (await own(cookie)).find(({ line }) => line.id === id);
      if (named === undefined) return { outcome: 'unknown' };
      await end(named.token);
      return { outcome: 'ended' };
    },
    async endOthers(cookie) {
      for (const { token, line } of await own(cookie)) if (!line.isThis) await end(token);
    },
  };
}

/** A token has far more bits than anybody can try, so its hash names it and opens nothing. */
const lineId = (token: string) => hash('sha256', `session:${token}`, 'base64url').slice(0, 22);

export function forgetWith({ door }: Premises): Accounts['forget'] {
  return async (person) => {
    const account = await accountOfPerson(door, person);
    if (account) await removeAccount(door, account.id);
  };
}
