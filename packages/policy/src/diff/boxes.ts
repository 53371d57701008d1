import type { Box } from '../compile/diagram.ts';
import { type Dimension, dimensions, type Selection } from '../model/rule.ts';
import { leaves, type Words, within } from '../model/words.ts';

/**
 * Joins boxes that differ in one dimension only, for as long as there are such, so that few remain. From the last
 * dimension to the first, against the order in which the space was cut: what was cut last fits together first.
 */
export function joinBoxes(boxes: readonly Box[]): readonly Box[] {
  const joined = dimensions.toReversed().reduce(joinAlong, boxes);
  return joined.length < boxes.length ? joinBoxes(joined) : joined;
}

function joinAlong(boxes: readonly Box[], dimension: Dimension): readonly Box[] {
  const others = dimensions.filter((one) => one !== dimension);
  const joined = new Map<string, Box>();
  for (const box of boxes) {
    const key = JSON.stringify(others.map((one) => box[one].toSorted()));
    const words = [...(joined.get(key)?.[dimension] ?? []), ...box[dimension]].sort();
    joined.set(key, { ...box, [dimension]: words });
  }
  return [...joined.values()];
}

/** Names leaves by the inner words that stand for all of them, or as `any` where they are all there are. */
export function summarise(
  names: readonly string[],
  terms: Words['categories' | 'purposes' | 'actions' | 'recipients'],
): Selection {
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
