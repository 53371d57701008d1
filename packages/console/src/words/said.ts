/** The shape of words in any language: a text for each text, a sentence to fill in for each such. */
export type Said<T> = T extends string
  ? string
  : T extends (...given: infer G) => string
    ? (...given: G) => string
    : { readonly [K in keyof T]: Said<T[K]> };
