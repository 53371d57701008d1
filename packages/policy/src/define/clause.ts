import type { Text } from '../model/text.ts';
import type { BackingDraft } from './backing.ts';

/** A sentence as written: `T` carries its languages, so that a missing one does not compile. */
export interface SentenceDraft<T extends Text = Text> {
  readonly text: T;
  readonly backings: readonly BackingDraft[];
}

/** A clause as written. */
export interface ClauseDraft<T extends Text = Text> {
  readonly id: string;
  readonly title: T;
  readonly sentences: readonly SentenceDraft<T>[];
}

/** One sentence in every language, and what backs it. It may hold parameters: `{product}`. */
export function sentence<T extends Text>(
  text: T,
  ...backings: readonly BackingDraft[]
): SentenceDraft<T> {
  return Object.freeze({ text, backings });
}

/** A clause; its id begins with its part (`2.a` in part `2`). Its sentences become `2.a.1`, `2.a.2` … */
export function clause<T extends Text>(
  id: string,
  { title }: { readonly title: T },
  ...sentences: readonly SentenceDraft<T>[]
): ClauseDraft<T> {
  return Object.freeze({ id, title, sentences });
}
