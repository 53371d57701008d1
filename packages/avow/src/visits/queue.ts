import type { Words } from '@avow/policy';
import { type Clock, isFault } from '@avow/vault';
import type { PersonId } from '../face/ids.ts';
import type { MissedBecause, Visit, Visits } from '../face/visits.ts';
import { isAvowFault } from '../fault.ts';

/** How long visits wait for others, so that many of one person are one decision. */
const WAIT = 5_000;
/** As many of one person go at once. */
const TOGETHER = 100;
/** The most that wait; what comes then is counted and let go. */
const MOST_WAITING = 10_000;
/** People whose visits are written at the same time. */
const AT_ONCE = 32;

/** Visits that wait, under the id of whoever they are of; those of nobody known under none. */
type Waiting = Map<PersonId | undefined, Visit[]>;

type Whose = PersonId | undefined | Promise<PersonId | undefined>;

type Parts = Pick<Visits<Words>, 'record' | 'mayRecord' | 'missed' | 'stranger'> & {
  readonly clock: Clock;
  /** Throws for what is no visit. */
  check(visit: Visit): void;
};

/**
 * Takes visits from whoever must not wait for them, and writes them some at a time. Those of somebody who
 * has not accepted are of a browser that nobody is known behind; those of somebody erased are of nobody.
 */
export class VisitQueue {
  readonly #parts: Parts;
  #waiting: Waiting = new Map();
  /** Visits of whom it is still being found out whose they are. */
  readonly #coming = new Set<Promise<void>>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> = Promise.resolve();
  #stranger: Promise<PersonId> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Never throws: whoever calls is answering somebody. */
  note(visit: Visit, person?: Whose): void {
    const { clock, check, missed } = this.#parts;
    // Seen now, though it is written later.
    const seen = { time: clock.now(), ...visit };
    try {
      check(seen);
    } catch {
      missed('malformed');
      return;
    }
    if (this.#count >= MOST_WAITING) {
      missed('full');
      return;
    }
    this.#count += 1;
    if (!(person instanceof Promise)) {
      this.#put(seen, person);
      return;
    }
    const coming = person
      .then(
        (found) => this.#put(seen, found),
        () => {
          this.#count -= 1;
          missed('fault');
        },
      )
      .finally(() => this.#coming.delete(coming));
    this.#coming.add(coming);
  }

  #put(seen: Visit, person: PersonId | undefined): void {
    const own = this.#waiting.get(person);
    if (own) own.push(seen);
    else this.#waiting.set(person, [seen]);
    if ((own?.length ?? 1) >= TOGETHER) void this.#writeAll();
    else this.#timer ??= setTimeout(() => void this.#writeAll(), WAIT).unref();
  }

  /** Resolves when what was noted before is written, or counted as missed. Never rejects. */
  async settled(): Promise<void> {
    await Promise.all(this.#coming);
    await this.#writeAll();
  }

  #writeAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batches = [...this.#waiting].flatMap(([person, visits]) =>
      Array.from({ length: Math.ceil(visits.length / TOGETHER) }, (_, at) => ({
        person,
        visits: visits.slice(at * TOGETHER, (at + 1) * TOGETHER),
      })),
    );
    this.#waiting = new Map();
    this.#underWay = this.#underWay.then(async () => {
      for (let at = 0; at < batches.length; at += AT_ONCE) {
        const some = batches.slice(at, at + AT_ONCE);
        await Promise.all(some.map(({ person, visits }) => this.#write(person, visits)));
        this.#count -= some.reduce((sum, { visits }) => sum + visits.length, 0);
      }
    });
    return this.#underWay;
  }

  async #write(person: PersonId | undefined, visits: readonly Visit[]): Promise<void> {
    const { missed } = this.#parts;
    try {
      if (person !== undefined && (await this.#isRecorded(person, visits))) return;
      await this.#recordStranger(visits);
    } catch (problem) {
      missed(becauseOf(problem), visits.length);
    }
  }

  /** Asks before, so that a person's history is not full of refusals that nobody asked for. */
  async #isRecorded(person: PersonId, visits: readonly Visit[]): Promise<boolean> {
    const { record, mayRecord } = this.#parts;
    return (await mayRecord(person)) && (await record({ person, visits })).permitted;
  }

  /** All browsers that nobody is known behind are one device; another one, when it has had enough of a day. */
  async #recordStranger(visits: readonly Visit[]): Promise<void> {
    const { record, stranger, missed } = this.#parts;
    for (let tries = 0; ; tries += 1) {
      this.#stranger ??= stranger();
      const device = this.#stranger;
      try {
        const { permitted } = await record({ person: await device, visits });
        if (!permitted) missed('fault', visits.length);
        return;
      } catch (problem) {
        if (this.#stranger === device) this.#stranger = undefined;
        if (tries > 0 || !isAvowFault(problem, 'AVOW_TOO_MANY')) throw problem;
      }
    }
  }
}

function becauseOf(problem: unknown): MissedBecause {
  if (isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND')) return 'erased';
  return isAvowFault(problem, 'AVOW_TOO_MANY') ? 'full' : 'fault';
}
