import type { Clock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import type { Reader, Store } from '../port/store.ts';

/** An engine under test, with an empty place of its own to keep things in. */
export interface Engine {
  /** Opens the one store of this place; again after it was closed, with what was kept. */
  open(
    schema: Schema,
    options?: { readonly clock?: Clock; readonly queue?: number },
  ): Promise<Store>;
  /** Looks at the same store from outside, through a connection of its own. */
  reader(schema: Schema): Promise<Reader>;
  /** Makes the next COMMIT report an error: before anything is kept, or after all of it is. */
  failNextCommit(how: 'not kept' | 'kept'): void;
  /** Closes everything and clears the place. */
  discard(): Promise<void>;
}

/** What the suite needs of a test runner; Vitest's functions fit. */
export interface Runner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  readonly expect: Expect;
}

export type Expect = (actual: unknown) => {
  toBe(expected: unknown): void;
  toEqual(expected: unknown): void;
  toBeGreaterThan(expected: number): void;
  toBeGreaterThanOrEqual(expected: number): void;
};

/** One case: an engine in an empty place, and the runner's `expect`. */
export type Case = (engine: Engine, expect: Expect) => Promise<void>;

/** Cases by name; the name is a sentence about a store. */
export type Cases = { readonly [name: string]: Case };
