import type { Box } from '../compile/diagram.ts';
import { type Dimension, dimensions } from '../model/rule.ts';

/**
 * Joins boxes that differ in one dimension only, for as long as there are such, so that few remain. It
 * goes against the order in which the space was cut: what was cut last fits together first.
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
