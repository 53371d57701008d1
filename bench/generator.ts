import { mulberry32 } from '../packages/avow/test/dice.ts';

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

export function generator(seed: number): Generator {
  const roll = mulberry32(seed);
  const next = (): number => roll() / 2 ** 32;
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
