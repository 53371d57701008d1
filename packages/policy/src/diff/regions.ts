import type { Cube } from '../compile/cubes.ts';
import { type Box, boxes, diagram } from '../compile/diagram.ts';
import { type Dimension, dimensions, leafWords, type Scope } from '../model/rule.ts';
import type { Words } from '../model/words.ts';
import { unite } from './unite.ts';

/** Something that a policy says of a scope: `what`, as a rule or a promise. */
export interface Part<T> {
  readonly scope: Scope;
  readonly what: T;
  /** Equal for parts that say the same. */
  readonly says: string;
}

/** A key for `says`: what is said, and when. */
export function key(what: unknown, when: readonly Cube[]): string {
  return JSON.stringify([what, when.map(({ pos, neg }) => [String(pos), String(neg)])]);
}

/** Places at which the two policies do not say the same: what each says, nothing if it has no words for them. */
export interface Region<T> {
  readonly before: readonly T[] | undefined;
  readonly after: readonly T[] | undefined;
  boxes(): readonly Box[];
}

/** One of the two policies: its words, and its parts of one kind. */
interface Side<T> {
  readonly words: Words;
  readonly parts: readonly Part<T>[];
}

/** Cuts the space of questions into regions, where what is said differs. Words are matched by name. */
export function regions<T>(before: Side<T>, after: Side<T>): readonly Region<T>[] {
  const domains = [domain(before.words), domain(after.words)];
  const parts = [...before.parts, ...after.parts];
  const scopes = [...domains, ...parts.map(({ scope }) => scope)];
  const space = diagram(scopes, leafWords(unite(before.words, after.words)));

  return space.leaves.flatMap((leaf) => {
    const here = new Set(leaf.scopes);
    const saidBy = (domain: number, first: number, all: readonly Part<T>[]) =>
      here.has(domain) ? all.filter((_, index) => here.has(first + index)) : undefined;
    const was = saidBy(0, 2, before.parts);
    const is = saidBy(1, 2 + before.parts.length, after.parts);
    const [old, now] = [was, is].map((said) => said?.map(({ says }) => says).join());
    if (old === now) return [];
    const what = (said: readonly Part<T>[] | undefined) => said?.map((part) => part.what);
    return { before: what(was), after: what(is), boxes: () => boxes(leaf, space) };
  });
}

/**
 * The places that a policy has words for. "Any" reaches no further: with a new word it comes to
 * permit something new. A word below one that it has is not new, only finer.
 */
function domain(words: Words): Scope {
  const names = dimensions.map((dimension) => [dimension, Object.keys(words[dimension])]);
  return Object.fromEntries(names) as Record<Dimension, string[]>;
}
