const HOUR = 3_600_000;
const MOST = 10_000;

/** What was seen within this hour; forgets the oldest when there is much of it. */
export class Recently {
  readonly #now: () => number;
  readonly #seen = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  has(what: string): boolean {
    return this.#seen.get(what) === this.#hour();
  }

  add(what: string): void {
    this.#seen.delete(what);
    this.#seen.set(what, this.#hour());
    if (this.#seen.size <= MOST) return;
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined) this.#seen.delete(oldest);
  }

  delete(what: string): void {
    this.#seen.delete(what);
  }

  #hour(): number {
    return Math.floor(this.#now() / HOUR);
  }
}
