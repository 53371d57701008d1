/** Draws that look random and are the same on every machine and in every run. */
export interface Generator {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** An integer from 0 up to, not including, `end`. */
  below(end: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** `count` different ones of the choices, in their order. */
  some<T>(choices: readonly T[], count: number): readonly T[];
  shuffled<T>(items: readonly T[]): readonly T[];
}

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state, good enough to choose test data. */
export function generator(seed: number): Generator {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (end: number) => Math.floor(next() * end);
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;

  function shuffled<T>(items: readonly T[]): readonly T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
    }
    return mixed;
  }

  function some<T>(choices: readonly T[], count: number): readonly T[] {
    const chosen = new Set(shuffled(choices.map((_, at) => at)).slice(0, count));
    return choices.filter((_, at) => chosen.has(at));
  }

  return { next, below, oneOf, some, shuffled };
}
