import { type Stopwatch, systemStopwatch } from '../clock/stopwatch.ts';
import type { PersonId } from '../id.ts';
import type { DataKey } from './data-keys.ts';

/** A person's unwrapped keys, of one generation. */
export interface Held {
  readonly generation: number;
  readonly keys: readonly DataKey[];
}

/** When the first of them was unwrapped, by the stopwatch. */
interface Aging extends Held {
  readonly since: number;
}

/** How many people's keys are held at most. */
const CAPACITY = 10_000;
/** How long keys are held, and how often old ones are looked for, in milliseconds. */
const LIFE_MS = 60_000;
const LOOK_MS = 10_000;

/**
 * Unwrapped keys of the people last seen, at most `capacity` of them; whoever was seen longest ago
 * goes first. It need not be right: every act checks the generation against the person's row.
 *
 * Nobody's keys stay for longer than a minute or so: somebody may have been erased by another process,
 * and then no act asks for them here again. Whoever is active has theirs unwrapped anew.
 */
export class KeyCache {
  readonly #held = new Map<PersonId, Aging>();
  readonly #stopwatch: Stopwatch;
  readonly #capacity: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(stopwatch: Stopwatch = systemStopwatch, capacity: number = CAPACITY) {
    this.#stopwatch = stopwatch;
    this.#capacity = capacity;
  }

  /** Of how many people something is held. */
  get size(): number {
    return this.#held.size;
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
    const before = this.#held.get(person);
    const kept = before?.generation === generation ? before : undefined;
    const others = (kept?.keys ?? []).filter((key) => keys.every((added) => added.id !== key.id));
    // What is added makes nothing younger.
    const since = kept?.since ?? this.#stopwatch.passed();
    this.#held.delete(person);
    this.#held.set(person, { generation, keys: [...others, ...keys], since });
    if (this.#held.size > this.#capacity) this.#held.delete(this.#held.keys().next().value!);
    this.#lookLater();
  }

  forget(person: PersonId): void {
    this.#held.delete(person);
  }

  /** Forgets what has been held for its time. Happens by itself. */
  forgetOld(): void {
    const oldest = this.#stopwatch.passed() - LIFE_MS;
    for (const [person, { since }] of this.#held) {
      if (since <= oldest) this.#held.delete(person);
    }
  }

  /** There is a timer as long as there is something to forget, so nobody need close a cache. */
  #lookLater(): void {
    if (this.#timer !== undefined || this.#held.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.forgetOld();
      this.#lookLater();
    }, LOOK_MS).unref();
  }
}
