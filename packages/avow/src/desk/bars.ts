import { purposes } from '../conventions.ts';
import {
  authorityOrderFrom,
  authorityOrdersOf,
  isBarred,
} from '../register/desk/authority-order.ts';
import { caseFrom, casesOf } from '../register/desk/case.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** What a person must not be told yet: the orders that bar it, the cases on them, and who is in those. */
export interface Bars {
  readonly orders: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

/** Where it is read whether anything is barred. */
export function barsOf(person: string): readonly ReadOf<'evidence'>[] {
  return [authorityOrdersOf(person), casesOf(person)];
}

/** What is barred at `now`. Needs `barsOf` to have been read. */
export function readBars(rows: Rows, person: string, now: number): Bars {
  const barred = rows
    .of(authorityOrdersOf(person))
    .map(authorityOrderFrom)
    .filter((order) => isBarred(order, now));
  const orders = new Set(barred.map(({ row }) => row.id));
  const cases = rows
    .of(casesOf(person))
    .map(caseFrom)
    .filter(({ evidence }) => evidence !== null && orders.has(evidence));
  const parties = barred.flatMap(({ authority, thirdParty }) => [authority, thirdParty ?? []]);
  return {
    orders,
    cases: new Set(cases.map(({ row }) => row.id)),
    parties: new Set(parties.flat()),
  };
}

/** A line of a history, as far as it tells whether a bar keeps it back. */
interface Lined {
  /** Undefined where it is no decision. */
  readonly purpose: string | undefined;
  readonly party: string | undefined;
  readonly note: { readonly case?: string; readonly authorityOrder?: string };
}

/**
 * Whether a bar keeps a line back: what was done in a case on the order, and whatever else was decided for law
 * about its authority. A decision for anything else is never kept back, whichever case was named in it.
 */
export function isKeptBack(bars: Bars, { purpose, party, note }: Lined): boolean {
  const isOfCase = note.case !== undefined && bars.cases.has(note.case);
  if (purpose !== undefined && purpose !== purposes.law) return false;
  if (purpose !== undefined) return isOfCase || (party !== undefined && bars.parties.has(party));
  return isOfCase || (note.authorityOrder !== undefined && bars.orders.has(note.authorityOrder));
}
