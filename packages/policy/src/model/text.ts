/** The same words in each of the languages `L` (BCP 47 tags). */
export type TextIn<L extends string> = Readonly<Record<L, string>>;

/** The same words in each language of a policy. */
export type Text = TextIn<string>;
