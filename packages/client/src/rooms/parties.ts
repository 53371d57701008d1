import type { Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Category, PolicyWords, Purpose, RecipientClass } from '../words.ts';

/** What a party is to the platform, for what, with which categories, from when until when. */
export interface Engaging<P extends PolicyWords> {
  readonly as: RecipientClass<P>;
  readonly purposes: readonly Purpose<P>[];
  readonly categories: readonly Category<P>[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What it does, in words that people are shown, by language. */
  readonly service?: Readonly<Record<string, string>>;
  readonly means?: string;
  readonly jointly?: readonly ('platform' | (string & {}))[];
  readonly from?: string;
  readonly until?: string;
}

export interface Engagement<P extends PolicyWords> {
  readonly engagement: string;
  readonly party: string;
  readonly as: RecipientClass<P>;
  readonly purposes: readonly Purpose<P>[];
  readonly categories: readonly Category<P>[];
  readonly country: string;
  readonly service: Readonly<Record<string, string>> | null;
  readonly means: string | null;
  readonly jointly: readonly string[] | null;
  readonly from: string;
  readonly until: string | null;
  readonly ended: string | null;
}

/** A public key of a party's (RFC 7517): `enc` for openings, `sig` for what it signs. */
export interface PartyKey {
  readonly kid: string;
  readonly use: 'enc' | 'sig';
  readonly jwk: Readonly<Record<string, string>>;
  readonly added: string;
  readonly revoked: string | null;
}

export interface Party<P extends PolicyWords> {
  readonly party: string;
  readonly state: 'active' | 'suspended';
  readonly notify: string | null;
  readonly engagements: readonly Engagement<P>[];
  readonly keys: readonly PartyKey[];
  readonly duties: readonly Readonly<Record<string, unknown>>[];
  readonly violations: Readonly<Record<string, number>>;
}

export interface PartyStanding extends Recorded {
  readonly party: string;
  readonly state: 'active' | 'suspended';
}

export function parties<P extends PolicyWords>(call: Call) {
  return {
    /** `next` is the `after` of the page that follows; `null`: there is none. */
    list: (page: { readonly after?: string; readonly limit?: number } = {}) =>
      call<{ readonly parties: readonly Party<P>[]; readonly next: string | null }>('listParties', {
        query: { ...page },
      }),
    get: (party: string) => call<Party<P>>('getParty', { params: { party } }),
    engage: (party: string, what: Engaging<P>, once: Once = {}) =>
      call<Engagement<P> & Recorded>('engageParty', { params: { party }, body: what, ...once }),
    engagements: async (party: string): Promise<readonly Engagement<P>[]> => {
      type Told = { readonly engagements: readonly Engagement<P>[] };
      return (await call<Told>('listEngagements', { params: { party } })).engagements;
    },
    /** From the answer on, nothing commits under it, and the party owes deletion. */
    end: (party: string, engagement: string, once: Once = {}) =>
      call<Engagement<P> & Recorded & RunningOut>('endEngagement', {
        params: { party, engagement },
        ...once,
      }),
    suspend: (party: string, once: Once = {}) =>
      call<PartyStanding & RunningOut>('suspendParty', { params: { party }, ...once }),
    reinstate: (party: string, once: Once = {}) =>
      call<PartyStanding>('reinstateParty', { params: { party }, ...once }),
    /** Whoever hands it in must have it from the party itself: what it opens is the party's. */
    addKey: (party: string, jwk: Readonly<Record<string, unknown>>, once: Once = {}) =>
      call<PartyKey & Recorded>('addPartyKey', { params: { party }, body: { jwk }, ...once }),
    keys: async (party: string): Promise<readonly PartyKey[]> =>
      (await call<{ readonly keys: readonly PartyKey[] }>('listPartyKeys', { params: { party } }))
        .keys,
    revokeKey: (party: string, kid: string, once: Once = {}) =>
      call<PartyKey & Recorded>('revokePartyKey', { params: { party, kid }, ...once }),
  };
}
