/**
 * Numbers of 32 bits that look random and are the same on every machine and in every run: mulberry32 (T. Ettinger,
 * public domain). Good enough to choose what a test or a benchmark does, and for nothing that is to be secret.
 */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Whole numbers from 0 up to, and without, `sides`. */
export function dice(seed: number): (sides: number) => number {
  const roll = mulberry32(seed);
  return (sides) => roll() % sides;
}
