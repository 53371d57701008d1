import type { Blow } from './blow.ts';
import { clocks } from './clocks.ts';
import { cuts } from './cuts.ts';
import { fullDisk } from './full-disk.ts';
import { hangs } from './hangs.ts';
import { kills } from './kills.ts';
import { outages } from './outages.ts';
import { races } from './races.ts';
import { readOnly } from './read-only.ts';
import { rotations } from './rotations.ts';
import { seconds } from './seconds.ts';

/** Every blow, in the order in which they begin: the longest first, so that none is left over alone. */
export const blows: readonly Blow[] = [
  kills,
  races,
  rotations,
  cuts,
  outages,
  hangs,
  clocks,
  fullDisk,
  readOnly,
  seconds,
];
