import type { Decision, Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Action, Category, Language, PolicyWords, Purpose } from '../words.ts';

/** A permission is specific: this party, this act, these categories, these purposes. */
export interface Choice<P extends PolicyWords> {
  /** Who shall be allowed: a party, or the platform itself. */
  readonly party: 'platform' | (string & {});
  readonly action: Action<P>;
  readonly purposes: readonly Purpose<P>[];
  readonly categories: readonly Category<P>[];
  /** The language in which it was asked. */
  readonly language: Language<P>;
}

export interface Consent<P extends PolicyWords> extends Choice<P> {
  readonly consent: string;
  readonly person: string;
  readonly state: 'given' | 'refused' | 'withdrawn';
  readonly at: string;
  readonly withdrawn: string | null;
  /** SHA-256 of the very text that was shown, base64url. */
  readonly shown: string;
}

/** A cookie of the policy's register. */
export interface Cookie<P extends PolicyWords> {
  readonly name: string;
  readonly does: string;
  readonly purpose: Purpose<P>;
  readonly by: string;
  readonly days: number | null;
  readonly scripts: boolean;
  readonly path: string;
  readonly domain: string | null;
}

export function consents<P extends PolicyWords>(call: Call) {
  return {
    /** The question in the policy's words, exactly as it must be shown before it is answered. */
    question: async (choice: Choice<P>): Promise<string> =>
      (await call<{ readonly text: string }>('askConsent', { body: choice })).text,
    answer: (
      person: string,
      what: Choice<P> & { readonly answer: 'give' | 'refuse' },
      once: Once = {},
    ) =>
      call<Consent<P> & Recorded & RunningOut>('answerConsent', {
        params: { person },
        body: what,
        ...once,
      }),
    list: async (person: string): Promise<readonly Consent<P>[]> => {
      type Told = { readonly consents: readonly Consent<P>[] };
      return (await call<Told>('listConsents', { params: { person } })).consents;
    },
    /** From the answer on nothing commits under it, and what was handed over on it opens no more. */
    withdraw: (person: string, consent: string, once: Once = {}) =>
      call<Consent<P> & Recorded & RunningOut>('withdrawConsent', {
        params: { person, consent },
        ...once,
      }),
  };
}

export function cookies<P extends PolicyWords>(call: Call) {
  type Said = { readonly purpose: Purpose<P>; readonly answer: 'accept' | 'reject' };
  return {
    list: async (): Promise<readonly Cookie<P>[]> =>
      (await call<{ readonly cookies: readonly Cookie<P>[] }>('listCookies')).cookies,
    question: async (
      what: Pick<Said, 'purpose'> & { readonly language: Language<P> },
    ): Promise<string> =>
      (await call<{ readonly text: string }>('askCookies', { body: what })).text,
    choices: async (person: string): Promise<readonly Said[]> => {
      type Told = { readonly choices: readonly Said[] };
      return (await call<Told>('listCookieChoices', { params: { person } })).choices;
    },
    choose: (person: string, what: Said & { readonly language: Language<P> }, once: Once = {}) =>
      call<Consent<P> & Recorded>('chooseCookies', { params: { person }, body: what, ...once }),
    /** Whether a cookie is set, or one that came is read. One that no register lists is stopped. */
    decide: (person: string, what: { readonly name: string; readonly act: 'set' | 'read' }) =>
      call<
        | Decision<{ readonly cookie: Cookie<P> }>
        | { readonly permitted: false; readonly by: 'register' }
      >('decideCookie', { params: { person }, body: what }),
  };
}
