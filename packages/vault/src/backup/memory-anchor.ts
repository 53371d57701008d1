import type { Anchor } from '../port/anchor.ts';

/** An anchor for stores that have no place yet, and are no use to anyone if the process ends. */
export function memoryAnchor(held: string): Anchor {
  return {
    read: async () => held,
    async swap(expected, next) {
      if (held !== expected) return false;
      held = next;
      return true;
    },
  };
}
