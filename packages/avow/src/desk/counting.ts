import type { AuditedChange, Lock } from '@avow/vault';
import { casePurposes } from '../conventions.ts';
import type { CaseType } from '../face/case.ts';
import { type Counted, type Ground, grounds } from '../face/desk.ts';
import { countedUp, countLock, countsOf } from '../register/desk/count.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** What a unit needs to count something under a ground; nothing where a case is of none. */
export interface Counting {
  readonly locks: readonly Lock[];
  readonly reads: readonly ReadOf<'evidence'>[];
  up(rows: Rows, what: Counted, now: number): AuditedChange[];
}

/** Counts under the ground of a type of cases. */
export function counting(type: CaseType | undefined): Counting {
  if (!isGround(type)) return { locks: [], reads: [], up: () => [] };
  return {
    locks: [countLock(type)],
    reads: [countsOf(type)],
    up: (rows, what, now) => countedUp(rows, type, what, now),
  };
}

/** The ground that a purpose is for, as each has one of its own. */
export function groundFor(purpose: string): Ground | undefined {
  return grounds.find((ground) => casePurposes[ground] === purpose);
}

export function isGround(type: CaseType | undefined): type is Ground {
  return (grounds as readonly unknown[]).includes(type);
}
