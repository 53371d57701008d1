import type { Generator } from '../generator.ts';
import { fnv64 } from './hash.ts';

const THETA = 0.99;
const ITEMS = 1e10;
/** The sum of 1 / i^theta over all items, as YCSB states it. */
const ZETAN = 26.46902820178302;
const ZETA2 = 1 + 0.5 ** THETA;
const ALPHA = 1 / (1 - THETA);
const ETA = (1 - (2 / ITEMS) ** (1 - THETA)) / (1 - ZETA2 / ZETAN);

/** YCSB's zipfian: 0 is drawn most often, then 1 (Gray et al., SIGMOD 1994). `u` is from 0 up to 1. */
export function zipfian(u: number): number {
  const uz = u * ZETAN;
  if (uz < 1) return 0;
  if (uz < ZETA2) return 1;
  return Math.floor(ITEMS * (ETA * u - ETA + 1) ** ALPHA);
}

/** YCSB's scrambled zipfian: some numbers below `end` are drawn far more often than others, scattered over all. */
export function scrambledBelow(end: number, draw: Generator): number {
  return Number(fnv64(BigInt(zipfian(draw.next()))) % BigInt(end));
}
