import type { Dimension, Selection } from '../model/rule.ts';
import { leaves, type Words, within } from '../model/words.ts';

/** Names leaves by the inner words that stand for all of them, or as `any` where they are all there are. */
export function summarise(names: readonly string[], terms: Words[Dimension]): Selection {
  const all = leaves(terms);
  if (all.every((leaf) => names.includes(leaf))) return 'any';
  const inner = Object.keys(terms)
    .filter((name) => all.every((leaf) => !within(leaf, name) || names.includes(leaf)))
    .filter((name) => all.some((leaf) => within(leaf, name)));
  const outermost = inner.filter(
    (name) => !inner.some((other) => other !== name && within(name, other)),
  );
  const alone = names.filter((name) => !outermost.some((other) => within(name, other)));
  return [...outermost, ...alone].sort();
}
