import type { Words } from '@avow/policy';
import { duties } from '../conventions.ts';
import type { Actor } from '../register/harvest.ts';

const HOUR = 3_600_000;

/** The most different people that may be read within a window, which begins on the hour or the day (UTC). */
export interface Limit {
  readonly within: number;
  readonly most: number;
}

export interface Limits {
  readonly people: readonly Limit[];
  /** How many one after another in order are too many; undefined: not watched. */
  readonly inOrder: number | undefined;
}

/** What the policy holds an actor to; undefined where it does not watch for harvesting at all. */
export function limitsFor({ duties: known }: Words, actor: Actor): Limits | undefined {
  if (!Object.hasOwn(known, duties.watchForHarvest)) return undefined;
  const { limits = {} } = known[duties.watchForHarvest] ?? {};
  const of = (name: string) => (Object.hasOwn(limits, name) ? limits[name] : undefined);
  const kind = 'user' in actor ? 'user' : 'party';
  const people = [
    { within: HOUR, most: of(`${kind}Hour`) },
    { within: 24 * HOUR, most: of(`${kind}Day`) },
  ];
  return {
    people: people.flatMap(({ within, most }) => (most === undefined ? [] : [{ within, most }])),
    inOrder: of('inOrder'),
  };
}
