import type { Question } from '../act/question.ts';
import type { Deployment } from '../deployment.ts';
import { type Actor, decoys } from '../register/harvest.ts';
import { Counter } from './counter.ts';
import { type Limits, limitsFor } from './limits.ts';
import { readerIn } from './reading.ts';
import { type Finding, suspend } from './suspend.ts';
import { isWalk, Walk } from './walk.ts';
import { writeDown } from './write-down.ts';

/** Actors of whom this process remembers something; whoever read longest ago is forgotten first. */
const MOST_ACTORS = 20_000;
/** How old, in ms, what is known of the decoys may be. */
const DECOYS_LIFE = 10_000;
/** Nobody takes longer from one step of a walk to the next, in ms. */
const PAUSE = 3_600_000;

interface Seen {
  readonly counters: Map<number, Counter>;
  walk: Walk;
  /** When it began, and when its last step was. */
  walking: { since: number; last: number };
  /** What is being done about it, one after another. */
  doing: Promise<void> | undefined;
}

/**
 * Watches for harvesting: who reads about how many different people, in which order, and whether a decoy
 * is among them.
 *
 * Each process counts in memory. What it alone knows of an actor is at most a sixteenth of the limit; then
 * it adds that to one row that all processes share, and learns what they have seen. So a limit is passed
 * by a sixteenth for each further process at most, and whoever reads about few people costs no row at all.
 * The order is seen by each process for itself: a part of a walk is one too.
 *
 * It is told before the answer leaves: whoever's read passes the limit gets no other.
 */
export class Watch {
  readonly #seen = new Map<string, Seen>();
  #decoys: { readonly ids: ReadonlySet<string>; readonly read: number } | undefined;

  #onSuspended: () => void = () => {};

  /** Told when somebody has been suspended here: they are to be written to. */
  tells(onSuspended: () => void): void {
    this.#onSuspended = onSuspended;
  }

  /** Somebody's data was asked for by these questions, decided `at`, with whatever outcome. */
  async saw(deployment: Deployment, questions: readonly Question[], at: number): Promise<void> {
    for (const question of questions) {
      const actor = readerIn(question, deployment);
      if (actor !== undefined) await this.#note(deployment, actor, question.person, at);
    }
  }

  /** Decoys were added or taken away here: they are read anew before the next is answered. */
  decoysChanged(): void {
    this.#decoys = undefined;
  }

  async #note(deployment: Deployment, actor: Actor, person: string, now: number): Promise<void> {
    const limits = limitsFor(deployment.policy.current().policy.vocabulary, actor);
    if (limits === undefined) return;
    const isDecoy = (await this.#decoyIds(deployment)).has(person);
    const key = JSON.stringify(actor);
    const seen = this.#of(key, now);
    const found = isDecoy
      ? touched(now)
      : this.#count(deployment, actor, seen, person, limits, now);
    if (found === undefined && ![...seen.counters.values()].some((each) => each.isDue())) return;
    const before = seen.doing ?? Promise.resolve();
    seen.doing = before.catch(() => {}).then(() => this.#act(deployment, key, seen, actor, found));
    await seen.doing;
  }

  /** Suspends, or adds to what all know and looks again. */
  async #act(
    deployment: Deployment,
    key: string,
    seen: Seen,
    actor: Actor,
    found: Finding | undefined,
  ): Promise<void> {
    // Somebody who read at the same time has seen to it; only a decoy counts by itself.
    if (this.#seen.get(key) !== seen && found?.pattern !== 'decoy') return;
    if (found === undefined) {
      for (const counter of seen.counters.values()) {
        if (!counter.isDue()) continue;
        const came = await writeDown(deployment.vault, actor, counter);
        if (came === 'cleared') return this.#forget(key);
        found ??= tooMany(counter);
      }
    }
    if (found === undefined) return;
    await suspend(deployment, actor, found);
    this.#onSuspended();
    this.#forget(key);
  }

  #count(
    { vault }: Deployment,
    actor: Actor,
    seen: Seen,
    person: string,
    { people, inOrder }: Limits,
    now: number,
  ): Finding | undefined {
    let found: Finding | undefined;
    for (const limit of people) {
      let counter = seen.counters.get(limit.within);
      if (counter?.limit.most !== limit.most || counter.isOver(now)) {
        counter = new Counter(actor, limit, now, vault.pseudonym);
        seen.counters.set(limit.within, counter);
      }
      counter.saw(person, vault.pseudonym);
      found ??= tooMany(counter);
    }
    if (found !== undefined || inOrder === undefined) return found;
    if (now - seen.walking.last > PAUSE) {
      seen.walk = new Walk();
      seen.walking = { since: now, last: now };
    }
    seen.walking.last = now;
    const same = seen.walk.step(person, inOrder);
    if (!isWalk(same, inOrder)) return undefined;
    const { since } = seen.walking;
    return { pattern: 'order', count: same, most: inOrder, within: null, since };
  }

  #of(key: string, now: number): Seen {
    const seen = this.#seen.get(key) ?? {
      counters: new Map(),
      walk: new Walk(),
      walking: { since: now, last: now },
      doing: undefined,
    };
    // Last in the map is who read last.
    this.#seen.delete(key);
    this.#seen.set(key, seen);
    if (this.#seen.size > MOST_ACTORS) this.#forget(this.#seen.keys().next().value ?? '');
    return seen;
  }

  #forget(key: string): void {
    this.#seen.delete(key);
  }

  async #decoyIds({ vault }: Deployment): Promise<ReadonlySet<string>> {
    const now = performance.now();
    if (this.#decoys === undefined || now - this.#decoys.read > DECOYS_LIFE) {
      const [rows] = await vault.read([decoys]);
      this.#decoys = { ids: new Set(rows.flatMap((row) => row.person ?? [])), read: now };
    }
    return this.#decoys.ids;
  }
}

function touched(now: number): Finding {
  return { pattern: 'decoy', count: 1, most: 0, within: null, since: now };
}

function tooMany(counter: Counter): Finding | undefined {
  const { most, within } = counter.limit;
  const count = counter.count();
  return count > most
    ? { pattern: 'people', count, most, within, since: counter.since }
    : undefined;
}
