import type { Draft, EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';

/**
 * Items are kept in lots: what one person gave in one category, for one purpose, on the same terms, until
 * the same moment. A lot is a record, sealed as one; the terms are evidence of the same id beside it.
 */
export interface LotBody {
  readonly category: string;
  readonly retention: string;
  readonly purpose: string;
  readonly terms: Readonly<Record<string, string>>;
  /** How many items there are in it. */
  readonly count: number;
}

export interface Lot extends LotBody {
  readonly row: EvidenceRow;
}

/** Which lots are meant: one, or those held for a purpose, on some terms, and not on others. */
export interface WhichLots {
  readonly lot?: string;
  readonly heldFor?: string;
  readonly terms?: Readonly<Record<string, string>>;
  readonly without?: Readonly<Record<string, string>>;
}

/** What a question about items means: where their terms are read, and which of them. */
export interface AboutLots {
  readonly read: ReadOf<'evidence'>;
  readonly which: WhichLots;
}

/** The kind of the evidence, and the name of the index that leads from an item's key to its lot. */
export const ITEMS = 'items';

/** The most lots of one person, so that a read of them is complete. */
export const MOST_LOTS = 10_000;

/** The most items in one lot: who opens one of them opens their lot. */
export const LOT_ITEMS = 64;

export function lotsOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, ITEMS], limit: MOST_LOTS };
}

export function lotOf(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function sealedLot(id: string): ReadOf<'record'> {
  return { table: 'record', by: 'key', equals: [id], limit: 1 };
}

export function sealedLots(person: string, category: string): ReadOf<'record'> {
  const equals = [person, lotCategory(category)];
  return { table: 'record', by: 'person', equals, limit: MOST_LOTS };
}

/** Where the item of a key lies. A row may outlive its lot for a while, so there may be others. */
export function pointersOf(digest: Uint8Array): ReadOf<'blind'> {
  return { table: 'blind', by: 'key', equals: [ITEMS, digest], limit: 100 };
}

/** Lots whose time is over by `now`, of whomever. */
export function lotsPast(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: stateUntil(now), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [ITEMS], ...bounds, limit };
}

/** A lot's record stands under a category of its own, apart from the one value that a category may have. */
export function lotCategory(category: string): string {
  return `${category}[]`;
}

/** The category of the policy that a record falls into. */
export function categoryOf({ category }: { readonly category: string }): string {
  const end = category.indexOf('[');
  return end < 0 ? category : category.slice(0, end);
}

export function isLot({ category }: { readonly category: string }): boolean {
  return category.endsWith('[]');
}

/** The row that says on what terms a lot is held. Its state is until when, so that an index finds what is past. */
export function lotRow(
  {
    id,
    person,
    at,
    until,
    ref = null,
  }: Pick<EvidenceRow, 'id' | 'at' | 'until'> &
    Partial<Pick<EvidenceRow, 'ref'>> & { readonly person: string },
  body: LotBody,
): Draft<'evidence'> {
  const { category, retention, purpose, terms, count } = body;
  return {
    id,
    kind: ITEMS,
    person,
    party: null,
    ref,
    state: stateUntil(until),
    at,
    until,
    body: JSON.stringify({ category, retention, purpose, terms, count }),
    key: null,
    sealed: null,
  };
}

/** Sorts by time; what is kept until some end sorts behind every moment. */
function stateUntil(until: number | null): string {
  return until === null ? 'kept' : new Date(until).toISOString();
}

const read = new WeakMap<EvidenceRow, Lot>();

/** A row is asked about once for each fact and category; it is read once. */
export function lotFrom(row: EvidenceRow): Lot {
  let lot = read.get(row);
  if (lot === undefined) {
    lot = { ...(JSON.parse(row.body) as LotBody), row };
    read.set(row, lot);
  }
  return lot;
}

/** What was found among some rows; facts and the act itself ask for it again and again. */
interface Meant {
  readonly which: WhichLots;
  readonly now: number;
  readonly lots: readonly Lot[];
}

const found = new WeakMap<readonly EvidenceRow[], Meant>();

/** The lots that are meant and whose time is not over. */
export function lotsMeant({ read, which }: AboutLots, rows: Rows, now: number): readonly Lot[] {
  const all = rows.of(read);
  const before = found.get(all);
  if (before?.which === which && before.now === now) return before.lots;
  const lots = all.filter((row) => isMeantNow(row, which, now)).map(lotFrom);
  found.set(all, { which, now, lots });
  return lots;
}

/** Whether a lot is meant and its time not over. */
export function isMeantNow(row: EvidenceRow, which: WhichLots, now: number): boolean {
  return (row.until === null || now < row.until) && isMeant(lotFrom(row), which);
}

function isMeant(
  { row, purpose, terms }: Lot,
  { lot, heldFor, terms: on = {}, without = {} }: WhichLots,
): boolean {
  return (
    (lot === undefined || row.id === lot) &&
    (heldFor === undefined || purpose === heldFor) &&
    Object.entries(on).every(([name, value]) => terms[name] === value) &&
    !Object.entries(without).some(([name, value]) => terms[name] === value)
  );
}
