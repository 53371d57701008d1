import { arrivedBy } from '../log/stretch.ts';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';

type Stretch = Stored<'stretch'>;

/**
 * Where entries are said to be in the tree, asked for in order of arrival. Holds one stretch at a
 * time; whether the stretches follow one another without gap or overlap comes out at the end.
 */
export class Places {
  readonly #stretches: AsyncIterator<Stretch>;
  #current: Stretch | undefined;
  #begun = false;
  /** How many positions the stretches so far make up; NaN once one of them is out of its place. */
  #size = 0;

  constructor(store: Reader) {
    const rows = store.scan({ table: 'stretch' }) as AsyncIterable<Stretch>;
    this.#stretches = rows[Symbol.asyncIterator]();
  }

  /**
   * The position of the entry of this number; null if it is past all stretches, and so waits. One
   * that none of them has, though they have later ones, is given that of the next, which is wrong.
   */
  async of(arrival: number): Promise<number | null> {
    if (!this.#begun) await this.#next();
    while (this.#current !== undefined && arrival > arrivedBy(this.#current)) await this.#next();
    if (this.#current === undefined) return null;
    return this.#current.position + Math.max(0, arrival - this.#current.arrival);
  }

  /** Whether the stretches make up a tree of this size, and nothing else. */
  async end(size: number): Promise<boolean> {
    while (!this.#begun || this.#current !== undefined) await this.#next();
    return this.#size === size;
  }

  async #next(): Promise<void> {
    this.#begun = true;
    const { done, value } = await this.#stretches.next();
    this.#current = done ? undefined : value;
    if (this.#current === undefined) return;
    const { position, count } = this.#current;
    this.#size = position === this.#size && count > 0 ? position + count : Number.NaN;
  }
}
