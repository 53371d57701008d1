import type { Words } from '@avow/policy';
import type { AuditedChange, Json, Lock, Seals, VaultRead } from '@avow/vault';
import type { Repeatable } from '../door/idempotency.ts';
import type { PersonId } from '../face/ids.ts';
import type { Rows } from '../rows/reading.ts';
import { type Question, staffOf, userOf } from './question.ts';

/** What a deed has to hand inside the unit. */
export interface InUnit {
  readonly rows: Rows;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly seals: Seals;
  /** The words of the version that decided. */
  readonly words: Words;
}

/** What a deed did there. */
export interface Done<Value> {
  readonly value: Value;
  readonly changes?: readonly AuditedChange[];
  /** Ids of the records that were opened or written. */
  readonly touched?: readonly string[];
  /**
   * Keyed digests of what was opened, by category: where somebody else was shown it, the person's history
   * says them. Asked for there alone.
   */
  shown?(): Readonly<Record<string, string>>;
  /** Ids that a request that comes again needs to find what this one did. */
  readonly kept?: Json;
}

/**
 * Something to be done with a person's data: what the policy is asked, and what happens if it permits.
 * `apply` runs inside the unit, on rows read in it; what it answers leaves only after COMMIT.
 */
export interface Deed<Value> {
  readonly person: PersonId;
  /** All must be permitted, else nothing happens. The first is the act itself. */
  readonly questions: readonly [Question, ...Question[]];
  /** `exclusive` where facts or records of the person change. */
  readonly lock: Lock['mode'];
  /** What else must be had alone. */
  readonly locks?: readonly Lock[];
  readonly reads: readonly VaultRead[];
  /**
   * Somebody else whose records are opened or changed as well, though nothing is asked about them: a device
   * whose visits become the person's. Had alone.
   */
  readonly beside?: PersonId;
  /** Retention classes of what is sealed, by the words of the version that decides. */
  readonly seals?: (words: Words) => readonly string[];
  /**
   * Retention classes of what is opened, where the words tell: then the first plan reads nothing of it.
   * If something was sealed under other words, that plan does not hold, and the next one reads.
   */
  readonly opens?: (words: Words) => readonly string[];
  /**
   * Whether what it is about is still there, and what it was taken for. If not, nothing is ruled: the deed is asked
   * for anew. Absent: it was taken for nothing.
   */
  isAsAsked?(rows: Rows): boolean;
  apply(unit: InUnit): Done<Value>;
}

/** A request that may come again. Its outcome is recorded without the value, which is made anew. */
export interface Repeated<Value> extends Repeatable {
  value(kept: Json | undefined): Value;
}

/** Whose records it may change. */
export function subjectsOf({ person, beside }: Deed<unknown>): PersonId[] {
  return beside === undefined ? [person] : [person, beside];
}

/** The other users that a deed speaks of, and members of staff. */
export function usersIn({ questions }: Deed<unknown>): PersonId[] {
  const named = questions.flatMap((question) => [userOf(question), staffOf(question)]);
  return [...new Set(named.filter((user) => user !== undefined))];
}
