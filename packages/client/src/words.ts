/**
 * What the client takes of a policy: the names of its words, as types. `createClient<typeof policy>` is
 * typed by them; without a policy every name is text, and the server answers whether the policy has it.
 */
export interface PolicyWords {
  readonly vocabulary: {
    readonly languages: readonly string[];
    readonly actions: object;
    readonly purposes: object;
    readonly categories: object;
    readonly recipients: object;
    readonly facts: object;
  };
}

/** A policy of which nothing is known. */
export interface AnyPolicy extends PolicyWords {
  readonly vocabulary: {
    readonly languages: readonly string[];
    readonly actions: Readonly<Record<string, unknown>>;
    readonly purposes: Readonly<Record<string, unknown>>;
    readonly categories: Readonly<Record<string, unknown>>;
    readonly recipients: Readonly<Record<string, unknown>>;
    readonly facts: Readonly<Record<string, unknown>>;
  };
}

/** Names with no other name below them: what a request may name. */
type LeafOf<N extends string> = {
  [K in N]: Extract<N, `${K}.${string}`> extends never ? K : never;
}[N];

type Names<Terms> = keyof Terms & string;

export type Action<P extends PolicyWords> = Names<P['vocabulary']['actions']>;
export type Purpose<P extends PolicyWords> = LeafOf<Names<P['vocabulary']['purposes']>>;
export type Category<P extends PolicyWords> = LeafOf<Names<P['vocabulary']['categories']>>;
export type RecipientClass<P extends PolicyWords> = Names<P['vocabulary']['recipients']>;
export type Fact<P extends PolicyWords> = Names<P['vocabulary']['facts']>;
export type Language<P extends PolicyWords> = P['vocabulary']['languages'][number];

/** To whom something goes. What class of recipient that is, the server reads from its records. */
export type Recipient =
  | 'platform'
  | 'person'
  | 'public'
  | { readonly party: string }
  | { readonly user: string }
  | { readonly staff: string };
