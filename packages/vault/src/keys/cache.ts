import type { PersonId } from '../id.ts';
import type { DataKey } from './data-keys.ts';

/** A person's unwrapped keys, of one generation. */
export interface Held {
  readonly generation: number;
  readonly keys: readonly DataKey[];
}

/**
 * Unwrapped keys of the people last seen, at most `capacity` of them; whoever was seen longest ago
 * goes first. It need not be right: every act checks the generation against the person's row.
 */
export class KeyCache {
  readonly #held = new Map<PersonId, Held>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(person: PersonId): Held | undefined {
    const held = this.#held.get(person);
    if (held === undefined) return undefined;
    // A map keeps the order of insertion: put back, it is the newest.
    this.#held.delete(person);
    this.#held.set(person, held);
    return held;
  }

  /** Adds to what is held of this generation; another generation is forgotten. */
  add(person: PersonId, generation: number, keys: readonly DataKey[]): void {
    const held = this.#held.get(person);
    const kept = held?.generation === generation ? held.keys : [];
    const others = kept.filter((key) => keys.every((added) => added.id !== key.id));
    this.#held.delete(person);
    this.#held.set(person, { generation, keys: [...others, ...keys] });
    if (this.#held.size > this.#capacity) this.#held.delete(this.#held.keys().next().value!);
  }

  forget(person: PersonId): void {
    this.#held.delete(person);
  }
}
