/** What was asked for lately, at most so many; what nobody asked for the longest is forgotten. */
export class Remembered<Key, Value> {
  readonly #most: number;
  /** A Map keeps the order of insertion: what was asked for longest ago comes first. */
  readonly #held = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const value = this.#held.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#held.delete(key);
    this.#held.set(key, value);
    if (this.#held.size <= this.#most) return;
    for (const oldest of this.#held.keys()) {
      this.#held.delete(oldest);
      return;
    }
  }

  forget(key: Key): void {
    this.#held.delete(key);
  }
}
