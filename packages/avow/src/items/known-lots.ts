import { Remembered } from '../remembered.ts';

/** Lots whose category is remembered at most. */
const LOTS = 10_000;

/**
 * Of which category lots are that were asked for lately, by their ids. A lot never changes it; whether the lot is still
 * there, and whose, is read in the unit of each act. So to ask about an item that was asked for before takes no
 * reading first.
 */
export class KnownLots {
  readonly #categories = new Remembered<string, string>(LOTS);

  categoryOf(lot: string): string | undefined {
    return this.#categories.get(lot);
  }

  note(lot: string, category: string): void {
    this.#categories.set(lot, category);
  }

  /** The lot is gone. */
  forget(lot: string): void {
    this.#categories.forget(lot);
  }
}
