import type { PartyId } from '../face/ids.ts';
import type { DisclosureRecord } from '../register/disclosure.ts';
import type { LeakBody } from '../register/leak.ts';
import type { Rows } from '../rows/reading.ts';
import { canFreeze } from './standing.ts';

/** The measures that one decision takes. */
export interface Measures {
  /** Whose disclosures are closed; undefined: everybody's. */
  readonly parties: readonly PartyId[] | undefined;
  readonly suspend: readonly PartyId[];
  readonly freeze: boolean;
  readonly reset: boolean;
  readonly rekey: boolean;
  readonly tell: boolean;
}

interface Taken extends Measures {
  readonly by: string;
  readonly now: number;
  readonly person: string;
  readonly closed: readonly DisclosureRecord[];
}

/** What the leak says once they are taken; what was done by an earlier decision stays. */
export function measured(rows: Rows, said: LeakBody, taken: Taken): LeakBody {
  const { by, now, closed, suspend, reset, rekey, tell } = taken;
  const before = said.contained;
  return {
    ...said,
    freeze: frozenBy(rows, said.freeze, taken),
    reset: reset ? { asked: now, renewed: null } : said.reset,
    contained: {
      ...{ by, at: now, closed: closed.length + (before?.closed ?? 0) },
      parties: together(
        before?.parties,
        closed.map(({ party }) => party),
      ),
      suspended: together(before?.suspended, suspend),
      rekey: rekey ? { at: now, done: null } : (before?.rekey ?? null),
      tell: tell ? { at: now, done: null } : (before?.tell ?? null),
    },
  };
}

/** Frozen until the case is closed, or, if that was not asked for, until there are new credentials. */
function frozenBy(
  rows: Rows,
  freeze: LeakBody['freeze'],
  { freeze: untilClosed, reset, now, person }: Taken,
): LeakBody['freeze'] {
  if (!untilClosed && !reset) return freeze;
  const until = untilClosed ? 'closed' : 'reset';
  if (freeze !== null && freeze.opened === null) {
    return untilClosed ? { ...freeze, until } : freeze;
  }
  return canFreeze(rows, person) ? { at: now, until, opened: null } : freeze;
}

function together(before: readonly string[] = [], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])].sort();
}
