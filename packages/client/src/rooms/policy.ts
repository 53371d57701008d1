import type { Recorded } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Language, PolicyWords } from '../words.ts';
import type { Consent } from './consents.ts';

/** One version of the policy. */
export interface Version {
  readonly digest: string;
  readonly name: string;
  readonly state: 'coming' | 'in-force' | 'archived' | 'withdrawn';
  readonly from: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** How often a sentence decided, since the log began; `null`: at least once, and fewer than five times. */
export interface Tally {
  readonly sentence: string;
  readonly permitted: number | null;
  readonly refused: number | null;
}

/** What a person is asked because the policy changes: nothing but the difference. */
export interface Asked<P extends PolicyWords> {
  readonly version: string;
  readonly from: string;
  readonly isInForce: boolean;
  readonly difference: Readonly<Record<string, unknown>>;
  readonly acceptance: boolean;
  readonly choices: readonly Consent<P>[];
  readonly later: boolean;
}

export function policy(call: Call) {
  return {
    /** Newest first. `/policy.json` holds the one in force. */
    versions: async (): Promise<readonly Version[]> =>
      (await call<{ readonly versions: readonly Version[] }>('listVersions')).versions,
    tallies: async (): Promise<readonly Tally[]> =>
      (await call<{ readonly tallies: readonly Tally[] }>('listTallies')).tallies,
  };
}

export function changes<P extends PolicyWords>(call: Call) {
  return {
    /** `null` where the person's choices cover whatever changed. */
    asked: async (person: string): Promise<Asked<P> | null> =>
      (await call<{ readonly asked: Asked<P> | null }>('getChange', { params: { person } })).asked,
    accept: (
      person: string,
      what: {
        readonly version: string;
        readonly language: Language<P>;
        /** Permissions that are given again; one that is asked about and not named counts no longer. */
        readonly renew?: readonly string[];
      },
      once: Once = {},
    ) =>
      call<Recorded & { readonly renewed: readonly string[] }>('acceptChange', {
        params: { person },
        body: what,
        ...once,
      }),
    /** Waits with the answer until the date. */
    later: (person: string, version: string, once: Once = {}) =>
      call<Recorded & { readonly until: string }>('postponeChange', {
        params: { person },
        body: { version },
        ...once,
      }),
  };
}
