import type { Kind, Words } from '../model/words.ts';

/** A handle on one word of a vocabulary. Only `vocabulary` makes them, so a rule cannot name a word that is not there. */
export interface Word<K extends Kind = Kind, N extends string = string> {
  readonly kind: K;
  readonly name: N;
}

/** The handle of a dotted name: `service.marketing` is reached as `serviceMarketing`. */
type Camel<N extends string> = N extends `${infer Head}.${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : N;

/** The handles on all words of one kind. */
export type Handles<K extends Kind, V extends Words> = {
  readonly [N in keyof V[K] & string as Camel<N>]: Word<K, N>;
};

/** A dotted name as that of its handle. */
export function camel(name: string): string {
  return name.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase());
}
