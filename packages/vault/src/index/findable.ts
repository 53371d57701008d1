/** A value, and the index that it stands in. */
export interface Findable {
  readonly index: string;
  readonly value: string;
}

/**
 * The values that a record may be found by, told from its category and what it seals, normalised as
 * they were for {@link Vault.blindIndex}. Whoever uses the vault knows them; the vault asks when the
 * key of the indexes is being replaced, inside an act with an entry. Values that nothing leads by are
 * passed over, so it may tell too many.
 */
export type FindableIn = (
  record: { readonly category: string },
  content: Uint8Array,
) => readonly Findable[];
