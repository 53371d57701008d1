/**
 * better-auth keeps a sign-in that waits for its second factor in a cookie of its own. It would be one
 * that no register lists, so it never gets to a browser: its value travels in the form, and is handed back
 * here as if it had been a cookie.
 */
const COOKIE = 'better-auth.two_factor';
const form = /^[\w.~%+/=-]{1,400}$/;

export const isChallenge = (setCookie: string): boolean => setCookie.startsWith('better-auth.');

export function challengeIn(headers: Headers): string | undefined {
  const found = headers.getSetCookie().find((header) => header.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1).split(';', 1)[0] || undefined;
}

/** The header that better-auth looks for it in; undefined for what cannot be one. */
export function presentingChallenge(challenge: unknown): Headers | undefined {
  if (typeof challenge !== 'string' || !form.test(challenge)) return undefined;
  return new Headers({ cookie: `${COOKIE}=${challenge}` });
}

/** Under which name the sign-in waits in the tables: what stands before the signature. */
export const waitingName = (challenge: string): string =>
  decodeURIComponent(challenge).split('.', 1)[0] as string;
