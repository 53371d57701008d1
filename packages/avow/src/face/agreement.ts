import type { Idempotent } from './decision.ts';
import type { EntryId, PersonId, PolicyDigest } from './ids.ts';

/** A document that people agree to. */
export type DocumentKind = 'service-agreement' | 'site-rules';
/** How somebody stands to the agreement. */
export type AgreementState = 'never-asked' | 'declined' | 'accepted' | 'terminated';

/** A text the platform binds itself and its users to. */
export interface PublishedDocument {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly published: number;
  readonly texts: Readonly<Record<string, string>>;
  /** SHA-256 of each language's text, base64url. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The documents that people agree to, each in its versions. */
export interface Documents {
  publish(
    document: Pick<PublishedDocument, 'kind' | 'version' | 'texts'> & Idempotent,
  ): Promise<PublishedDocument & { readonly entry: EntryId }>;
  current(kind: DocumentKind): Promise<PublishedDocument | undefined>;
}

export interface Agreed {
  readonly entry: EntryId;
  readonly state: AgreementState;
  /** What was bound: digests of both documents and of the policy's text, as shown. */
  readonly bound: {
    readonly policy: PolicyDigest;
    readonly language: string;
    /** SHA-256 of each text, base64url; null where no such document was published yet. */
    readonly texts: Readonly<Record<DocumentKind | 'policy', string | null>>;
  };
}

/** A person's last word on the agreement: what was bound, and when they said it (epoch milliseconds). */
export interface AgreementStanding extends Omit<Agreed, 'entry'> {
  readonly at: number;
}

/** One acceptance binds the service agreement, the site's rules and the policy, in the language shown. */
export interface Agreement {
  state(person: PersonId): Promise<AgreementState>;
  /** The last word with what it bound; undefined if the person was never asked. */
  standing(person: PersonId): Promise<AgreementStanding | undefined>;
  accept(
    what: { readonly person: PersonId; readonly language: string } & Idempotent,
  ): Promise<Agreed>;
  decline(
    what: { readonly person: PersonId; readonly language: string } & Idempotent,
  ): Promise<Agreed>;
  /** Ends the account. What protects the person outlives it. */
  terminate(what: { readonly person: PersonId } & Idempotent): Promise<Agreed>;
}
