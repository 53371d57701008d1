import type { MarketWords } from '@avow/policy-market';
import type { Avow, PersonId } from 'avow';
import { openAvow } from './avow.ts';
import { openBare } from './bare.ts';
import { openUsual } from './usual.ts';

/** Some people's data, kept in one way or another behind the library's own interface. */
export interface Engine {
  readonly avow: Avow<MarketWords>;
  /** Each of them has the telephone number {@link phoneOf} and an address. */
  readonly people: readonly PersonId[];
}

/** Opens (and fills) an engine in a folder of its own. */
export type OpenEngine = (folder: string, count: number) => Promise<Engine>;

/** Ours first; then the baselines. */
export const engines = { avow: openAvow, bare: openBare, usual: openUsual } as const;
export type EngineName = keyof typeof engines;

export function phoneOf(index: number): string {
  return `+86 138 0000 ${String(index).padStart(4, '0')}`;
}

export function addressOf(index: number): string {
  return `${index} Harbour Street, Xiamen`;
}
