import type { Word } from './word.ts';

/** A condition over facts as the author writes it: still in words, not yet in names. */
export type Written =
  | Word<'facts'>
  | { readonly all: readonly Written[] }
  | { readonly any: readonly Written[] }
  | { readonly not: Written };

/** Holds when every one of the conditions holds. */
export function all(...conditions: readonly Written[]): Written {
  return Object.freeze({ all: conditions });
}

/**
 * Holds when at least one of the conditions holds. Named without being called, as in `.of(any)`, it
 * stands for every word of a dimension.
 */
export function any(...conditions: readonly Written[]): Written {
  return Object.freeze({ any: conditions });
}

/** Holds when the condition does not. */
export function not(condition: Written): Written {
  return Object.freeze({ not: condition });
}
