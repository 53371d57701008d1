import { mulberry32 } from '../packages/avow/test/dice.ts';

/** Chance that can be had again: the same seed rolls the same numbers. */
export interface Dice {
  /** From 0 up to, and without, 1. */
  fraction(): number;
  /** A whole number from 0 up to, and without, `sides`. */
  below(sides: number): number;
  one<T>(list: readonly T[]): T;
  /** Dice of their own for somebody, whom no other's rolls disturb. */
  of(whom: string): Dice;
}

/** Dice that look random and roll the same for the same seed. */
export function diceOf(seed: number): Dice {
  const roll = mulberry32(seed);
  const fraction = (): number => roll() / 2 ** 32;
  const below = (sides: number): number => Math.floor(fraction() * sides);
  return {
    fraction,
    below,
    one: (list) => list[below(list.length)]!,
    of: (whom) => diceOf(mixed(seed, whom)),
  };
}

/** FNV-1a over the name, beginning with the seed. */
function mixed(seed: number, name: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (const unit of name) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
