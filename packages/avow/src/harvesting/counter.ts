import type { Actor } from '../register/harvest.ts';
import type { Limit } from './limits.ts';
import { countOf, hashOf, isNews, KEPT, nobodyYet, type Sketch } from './sketch.ts';

/** How much of a limit, or of what a sketch keeps, a process has to itself before it tells the others. */
const SHARE = 1 / 16;

/** Makes a keyed hash that nobody can undo or carry over into another use. */
export type Pseudonym = (use: string, value: string) => Uint8Array;

/** What one process knows of whom one actor read in one window. */
export class Counter {
  readonly limit: Limit;
  readonly from: number;
  /** When the first of it was read. */
  readonly since: number;
  /** Names the window of the actor; says neither to whoever lacks the key. */
  readonly id: string;
  readonly #use: string;
  /** As of when it was last written down, with what other processes had seen. */
  #known: Sketch = nobodyYet;
  #own = new Set<number>();

  constructor(actor: Actor, limit: Limit, now: number, pseudonym: Pseudonym) {
    this.limit = limit;
    this.from = Math.floor(now / limit.within) * limit.within;
    this.since = now;
    this.#use = JSON.stringify(['harvest', actor, limit.within, this.from]);
    this.id = `harvest.seen ${Buffer.from(pseudonym(this.#use, 'window')).toString('base64url')}`;
  }

  get until(): number {
    return this.from + this.limit.within;
  }

  isOver(now: number): boolean {
    return now >= this.until;
  }

  saw(person: string, pseudonym: Pseudonym): void {
    const hash = hashOf(pseudonym(this.#use, `person ${person}`));
    if (isNews(this.#known, hash)) this.#own.add(hash);
  }

  /** How many different people, about; where there are very many, without the last few. */
  count(): number {
    const together = this.#known.hashes.size + this.#own.size;
    return together <= KEPT ? together : countOf(this.#known);
  }

  /** Whether more is known here alone than a process may keep to itself. */
  isDue(): boolean {
    return this.#own.size >= Math.max(1, Math.floor(Math.min(this.limit.most, KEPT) * SHARE));
  }

  /** What this process alone has seen. */
  own(): readonly number[] {
    return [...this.#own];
  }

  /** These were written down, and this is what all know since. */
  written(own: readonly number[], known: Sketch): void {
    this.#known = known;
    this.#own = new Set(
      [...this.#own].filter((hash) => !own.includes(hash) && isNews(known, hash)),
    );
  }
}
