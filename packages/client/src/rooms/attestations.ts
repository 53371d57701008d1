import type { Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Fact, PolicyWords } from '../words.ts';

/** Whom an attestation is about besides the person: who is to receive. */
export type AttestedOf =
  | { readonly party: string }
  | { readonly user: string }
  | { readonly staff: string };

/** Somebody's word that a fact of the policy's own is so about one person. Times are RFC 3339. */
export interface Attestation<P extends PolicyWords> {
  readonly attestation: string;
  readonly person: string;
  readonly fact: Fact<P>;
  readonly to: AttestedOf | null;
  /** `requested`: more have to sign. Whether it is over by now, `until` says. */
  readonly state: 'requested' | 'standing' | 'ended';
  readonly signed: readonly { readonly by: string; readonly at: string }[];
  readonly at: string;
  readonly since: string | null;
  readonly until: string;
}

/** The facts that a policy brings along itself: who said so, and who of the staff signed. */
export function attestations<P extends PolicyWords>(call: Call) {
  return {
    /** `by` signs, unless they are named in it; others sign until it stands. */
    attest: (
      person: string,
      what: {
        readonly fact: Fact<P>;
        readonly to?: AttestedOf;
        readonly by?: string;
        readonly until?: string;
      },
      once: Once = {},
    ) => call<Attestation<P> & Recorded>('attest', { params: { person }, body: what, ...once }),
    sign: (attestation: string, by: string, once: Once = {}) =>
      call<Attestation<P> & Recorded>('signAttestation', {
        params: { attestation },
        body: { by },
        ...once,
      }),
    /** From the answer on no decision rests on it. */
    end: (attestation: string, by?: string, once: Once = {}) =>
      call<Attestation<P> & Recorded & RunningOut>('endAttestation', {
        params: { attestation },
        body: by === undefined ? {} : { by },
        ...once,
      }),
    /** Over or not, the newest first. */
    list: async (person: string): Promise<readonly Attestation<P>[]> => {
      type Told = { readonly attestations: readonly Attestation<P>[] };
      return (await call<Told>('listAttestations', { params: { person } })).attestations;
    },
  };
}
