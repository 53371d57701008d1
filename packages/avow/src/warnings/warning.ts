/** What a text may give away: ways to reach somebody, or a password. */
export type WarningKind = 'phone' | 'email' | 'address' | 'messenger' | 'password';

/** Where in a text, in UTF-16 code units: from `start`, up to and without `end`. Never what stands there. */
export interface Warning {
  readonly kind: WarningKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds what people should think twice about before they send it (6.b). A likeness, not a proof: what it
 * finds may be something else, and what it misses may be one. It keeps nothing and tells nobody.
 */
export interface Warnings {
  /** In the order of the text; no two overlap. */
  find(text: string): readonly Warning[];
}
