import type { Recorded } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Language, PolicyWords } from '../words.ts';

export type DocumentKind = 'service-agreement' | 'site-rules';
export type AgreementState = 'never-asked' | 'declined' | 'accepted' | 'terminated';

/** A text that the platform binds itself and its users to. */
export interface Document {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly published: string;
  readonly texts: Readonly<Record<string, string>>;
  /** SHA-256 of each language's text, base64url. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface Agreed extends Recorded {
  readonly state: AgreementState;
  /** Digests of the very texts that were shown. */
  readonly bound: {
    readonly policy: string;
    readonly language: string;
    readonly texts: Readonly<Record<DocumentKind | 'policy', string | null>>;
  };
}

export function documents(call: Call) {
  return {
    publish: (what: Pick<Document, 'kind' | 'version' | 'texts'>, once: Once = {}) =>
      call<Document & Recorded>('publishDocument', { body: what, ...once }),
    get: (kind: DocumentKind) => call<Document>('getDocument', { params: { kind } }),
  };
}

export function agreement<P extends PolicyWords>(call: Call) {
  return {
    state: async (person: string): Promise<AgreementState> =>
      (await call<{ readonly state: AgreementState }>('getAgreement', { params: { person } }))
        .state,
    /** One acceptance binds the service agreement, the site's rules and the policy, in the language shown. */
    answer: (
      person: string,
      what: { readonly answer: 'accept' | 'decline'; readonly language: Language<P> },
      once: Once = {},
    ) => call<Agreed>('answerAgreement', { params: { person }, body: what, ...once }),
    /** Ends the account. What protects the person outlives it. */
    terminate: (person: string, once: Once = {}) =>
      call<Agreed>('terminateAgreement', { params: { person }, ...once }),
  };
}
