import { openAvow } from './avow.ts';
import { openBare } from './bare.ts';
import { openUsual } from './usual.ts';

/** Ours first; then the baselines. */
export const engines = { avow: openAvow, bare: openBare, usual: openUsual } as const;
export type EngineName = keyof typeof engines;
