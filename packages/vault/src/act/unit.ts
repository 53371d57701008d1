import { type WritingTools, writeEntry } from '../entry/write.ts';
import { VaultError } from '../fault.ts';
import type { Committed } from '../log/lately.ts';
import type { Random } from '../port/random.ts';
import type { Moment, Read, Row, Unit, Verdict } from '../port/store.ts';
import type { PersonRow, Stored } from '../tables.ts';
import type { Act, Acted, ActVerdict, RowsOf, VaultRead } from './act.ts';
import { lockRequest, type Request, readRequest, recallAny, remember } from './idempotency.ts';
import { actSeals } from './seals.ts';
import {
  checkHeldAlone,
  checkInserted,
  checkNamed,
  checkPersonRows,
  checkStanding,
  locksWith,
  partiesOf,
  readPerson,
} from './standing.ts';

/** What a unit came to, with the leaves that it committed. */
export interface Kept<A> {
  readonly acted: Acted<A>;
  readonly written: readonly Committed[];
}

/**
 * A guarded act as a unit of work. It reads what the caller asked for, then the people it is about,
 * then the request; an outcome already recorded is answered as it was; otherwise the decision is
 * made, and nothing of it leaves without its entries.
 */
export function unitOf<const R extends readonly VaultRead[], A>(
  act: Act<R, A>,
  requests: readonly Request[],
  tools: WritingTools,
): Unit<Kept<A>> {
  const parties = partiesOf(act.keys, act.people);
  const reads: Read[] = [...act.reads];
  const people = parties.map((party) => placeOf(readPerson(party), reads));
  const requested = requests.map((request) => placeOf(readRequest(request), reads));

  function decide(rows: readonly (readonly Row[])[], moment: Moment): Verdict<Kept<A>> {
    const own = rows.slice(0, act.reads.length) as unknown as RowsOf<R>;
    const persons = people.map((place) => rows[place]?.[0] as PersonRow | undefined);
    const earlier = requested.map((place) => rows[place]?.[0] as Stored<'request'> | undefined);

    const recalled = recallAny(requests, earlier, moment.now);
    if (recalled !== undefined) {
      return { changes: [], answer: { acted: { replayed: true, ...recalled }, written: [] } };
    }

    for (const [at, party] of parties.entries())
      checkStanding(party, persons[at], act.evenHeld === true);
    const verdict = decideSealed(act, own, moment, tools.random);
    const scribe = { ...tools, now: moment.now, keys: act.keys ?? [] };
    const written = verdict.entries.map((draft) => writeEntry(draft, scribe));
    const changes = written.flatMap((entry) => entry.changes);
    for (const [at, party] of parties.entries()) checkInserted(party, persons[at], changes);
    checkNamed(parties, changes);
    checkHeldAlone(act.locks, changes);
    checkPersonRows(changes, act.rekeys);

    const entries = written.map((entry) => entry.id);
    const [newest] = requests;
    if (newest !== undefined) {
      const outcome = { outcome: verdict.outcome ?? '', entries };
      changes.push(remember(newest, earlier[0], outcome, moment.now));
    }
    const acted = { replayed: false, answer: verdict.answer, entries } as const;
    return { changes, answer: { acted, written } };
  }

  // The same request that comes twice at once waits for itself, and finds what it came to.
  const own = requests.slice(0, 1).map(lockRequest);
  return { locks: [...locksWith(act.locks, parties), ...own], reads, decide };
}

/** Where among the reads of a unit this one's rows are: one by the same key is not made twice. */
function placeOf(read: Read, reads: Read[]): number {
  const place = reads.findIndex(
    ({ table, by, equals }) =>
      table === read.table && by === 'key' && equals.length === 1 && equals[0] === read.equals[0],
  );
  return place >= 0 ? place : reads.push(read) - 1;
}

/** The caller's decision, with seals that live as long as it runs. What was opened leaves a record. */
function decideSealed<const R extends readonly VaultRead[], A>(
  act: Act<R, A>,
  rows: RowsOf<R>,
  moment: Moment,
  random: Random,
): ActVerdict<A> {
  const seals = actSeals(act.keys ?? [], moment, random);
  try {
    const verdict = act.decide(rows, moment, seals);
    if (seals.close() && verdict.entries.length === 0) {
      throw new VaultError('AVOW_UNRECORDED', 'something was opened and no entry says so');
    }
    return verdict;
  } finally {
    seals.close();
  }
}
