import type { AuditedChange, RecordRow, Vault } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { ITEMS, type Lot, type LotBody, lotCategory, lotRow } from '../register/lot.ts';
import { type Packed, pack } from './content.ts';
import { digestOf } from './pointer.ts';

/** A lot that is to be: whose, on what terms, and what is in it. */
interface NewLot {
  readonly id: string;
  readonly person: string;
  readonly body: LotBody;
  readonly source: string;
  readonly collected: number;
  readonly until: number | null;
  /** What the lot counts for, where others ask for all that counts for the same. */
  readonly ref?: string;
  readonly items: readonly Packed[];
}

/** The changes that make a lot: its record, its terms, and what leads to each of its items. */
export function newLot(vault: Vault, unit: InUnit, lot: NewLot): AuditedChange[] {
  const { id, person, body, source, collected, until, ref = null, items } = lot;
  const header = { id, person, category: lotCategory(body.category), retention: body.retention };
  const sealed = unit.seals.seal({ ...header, version: 1 }, pack(items));
  const record = { ...header, version: 1, source, collected, expires: until, ...sealed };
  return [
    { table: 'record', after: record },
    { table: 'evidence', after: lotRow({ id, person, at: unit.now, until, ref }, body) },
    ...items.map(({ key }): AuditedChange => {
      const after = { index: ITEMS, digest: digestOf(vault, key), target: id, person };
      return { table: 'blind', after };
    }),
  ];
}

/** The changes that put other items into a lot; where it keeps its terms it may lose some of them. */
export function repack(
  { seals }: InUnit,
  lot: Lot,
  before: RecordRow,
  items: readonly Packed[],
): AuditedChange[] {
  const { salt: _salt, hash: _hash, key: _key, sealed: _sealed, ...row } = before;
  const header = { ...row, version: before.version + 1 };
  const after = { ...header, ...seals.seal(header, pack(items)) };
  const isAll = items.length === lot.count;
  return [
    { table: 'record', before, after },
    ...(isAll ? [] : [setBody(lot, { ...lot, count: items.length })]),
  ];
}

/** The change that sets what a lot says of itself. */
export function setBody({ row: before }: Lot, body: LotBody): AuditedChange {
  const { id, person, at, until, ref } = before;
  const after = lotRow({ id, person: person ?? '', at, until, ref }, body);
  return { table: 'evidence', before, after };
}
