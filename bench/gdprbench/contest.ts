import { mustBeRight } from './compare.ts';
import type { Engine } from './engine.ts';
import { Oracle } from './oracle.ts';
import { type NewRecord, recordOf } from './record.ts';
import { type WorkloadName, workloadOf } from './workload.ts';

/** Operations of the controller between two times at which the store is filled again. */
const RESEED_EVERY = 20;
/** How often the clock goes on in a workload, and how far: records that are kept for 30 seconds run out in it. */
const PASSES = 40;
const STEP = 2_000;

export interface Extent {
  readonly records: number;
  readonly operations: number;
}

/** A clock that goes on by steps, as the operations do. */
export class HandClock {
  #now = Date.UTC(2026, 0, 5, 9);
  now(): number {
    return this.#now;
  }
  pass(): void {
    this.#now += STEP;
  }
}

/** One engine beside the oracle that tells whether it answers rightly. */
export class Contest {
  readonly #engine: Engine;
  readonly #clock: HandClock;
  readonly #oracle: Oracle;
  readonly #extent: Extent;
  readonly #seed: readonly NewRecord[];
  /** Answers compared so far. */
  compared = 0;

  constructor(engine: Engine, clock: HandClock, extent: Extent) {
    this.#engine = engine;
    this.#clock = clock;
    this.#extent = extent;
    this.#oracle = new Oracle(engine.promised);
    this.#seed = Array.from({ length: extent.records }, (_, k) => recordOf(k));
  }

  /** Puts in what is not there of the records that there were to begin with. */
  async seed(): Promise<void> {
    await this.#engine.tick();
    const missing = this.#oracle.missing(this.#seed, this.#clock.now());
    await this.#engine.load(missing);
    this.#oracle.load(missing, this.#clock.now());
  }

  /** One round of a workload: how many seconds the engine took for it. Throws `WrongAnswer`. */
  async run(name: WorkloadName, round: number): Promise<number> {
    const { records, operations: count } = this.#extent;
    const { operations } = workloadOf(name, records, count, round);
    const every = Math.ceil(count / PASSES);
    await this.seed();
    await this.#engine.begin();
    this.#oracle.begin();
    let taken = 0;
    const timed = async <T>(work: () => Promise<T>): Promise<T> => {
      const begun = performance.now();
      const done = await work();
      taken += performance.now() - begun;
      return done;
    };
    for (const [at, operation] of operations.entries()) {
      if (at > 0 && at % every === 0) {
        this.#clock.pass();
        await timed(() => this.#engine.tick());
      }
      if (at > 0 && name === 'controller' && at % RESEED_EVERY === 0) await this.seed();
      const answer = await timed(() => this.#engine.perform(operation));
      mustBeRight(operation, answer, this.#oracle.perform(operation, this.#clock.now()));
      this.compared += 1;
    }
    await timed(() => this.#engine.end());
    return taken / 1_000;
  }
}
