import type { MarketWords } from '@avow/policy-market';
import type { Avow, PersonId } from 'avow';
import type { Place } from '../place.ts';

/** Some people's data, kept in one way or another behind the library's own interface. */
export interface Engine {
  readonly avow: Avow<MarketWords>;
  /** Each of them has the telephone number {@link phoneOf} and the address {@link addressOf}. */
  readonly people: readonly PersonId[];
}

/** Opens an engine in a place of its own, and fills it with so many people. */
export type OpenEngine = (place: Place, count: number) => Promise<Engine>;

export function phoneOf(index: number): string {
  return `+86 138 0000 ${String(index).padStart(4, '0')}`;
}

export function addressOf(index: number): string {
  return `${index} Harbour Street, Xiamen`;
}
