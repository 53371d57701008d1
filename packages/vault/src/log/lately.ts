import type { EntryId } from '../id.ts';

/** An entry as it was committed: its id and its leaf. */
export interface Committed {
  readonly id: EntryId;
  readonly body: Uint8Array;
}

/** How many are remembered; with bodies of some hundred bytes, a megabyte or so. */
const MOST = 2_048;

/**
 * The entries that this process committed last. Whoever did an act asks for its promise next, and need
 * not wait for a read of what has just been written.
 */
export class Lately {
  readonly #bodies = new Map<EntryId, Uint8Array>();

  /** To be called once they are durable, and not before: whatever is here may be promised. */
  add(entries: readonly Committed[]): void {
    for (const { id, body } of entries) this.#bodies.set(id, body);
    // Oldest first: a Map keeps the order of insertion.
    for (const id of this.#bodies.keys()) {
      if (this.#bodies.size <= MOST) return;
      this.#bodies.delete(id);
    }
  }

  bodyOf(entry: EntryId): Uint8Array | undefined {
    return this.#bodies.get(entry);
  }
}
