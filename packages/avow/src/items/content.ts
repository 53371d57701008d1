import type { Words } from '@avow/policy';
import type { RecordRow } from '@avow/vault';
import type { PersonId } from '../face/ids.ts';
import type { Item } from '../face/items.ts';
import { type Lot, sealedLots } from '../register/lot.ts';
import type { Rows } from '../rows/reading.ts';

/** One item as its lot seals it. */
export interface Packed {
  readonly key: string;
  readonly value: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a lot seals: its items in a list, each as a list, in the order in which they came. */
export function pack(items: readonly Packed[]): Uint8Array {
  return Buffer.from(JSON.stringify(items.map(({ key, value, labels }) => [key, value, labels])));
}

export function unpack(bytes: Uint8Array): Packed[] {
  const packed = JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly [
    key: string,
    value: string,
    labels: Packed['labels'],
  ][];
  return packed.map(([key, value, labels]) => ({ key, value, labels }));
}

/** An item as an act opens it. What was set for its lot counts before what it brought along. */
export function itemFrom({ category, purpose, terms, row }: Lot, item: Packed): Item<Words> {
  const { key, value, labels } = item;
  return {
    person: row.person as PersonId,
    key,
    category,
    value,
    purpose,
    terms: Object.keys(labels).length === 0 ? terms : { ...labels, ...terms },
    until: row.until ?? undefined,
  };
}

/** The sealed record of a lot, among those of its category; undefined if its time is over. */
export function recordIn(rows: Rows, { row, category }: Lot): RecordRow | undefined {
  return byId(rows.of(sealedLots(row.person ?? '', category))).get(row.id);
}

const known = new WeakMap<readonly RecordRow[], ReadonlyMap<string, RecordRow>>();

/** Rows of one read by their ids; made once for all lots that look there. */
function byId(rows: readonly RecordRow[]): ReadonlyMap<string, RecordRow> {
  let map = known.get(rows);
  if (map === undefined) {
    map = new Map(rows.map((row) => [row.id, row]));
    known.set(rows, map);
  }
  return map;
}
