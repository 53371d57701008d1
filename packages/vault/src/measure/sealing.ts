import { rowHash } from '../entry/row-hash.ts';
import type { DataKeyRow } from '../keys/tables.ts';
import type { Read, Reader, Row, Value } from '../port/store.ts';
import { isSealed } from '../record/seal.ts';
import { dataTable, type PersonRow } from '../tables.ts';

/** What a look at stored rows found, in numbers of rows. */
export interface Sealing {
  /** Sealed rows that were looked at. */
  readonly rows: number;
  /** Those of them that are not in sealed form. */
  readonly unsealed: number;
  /** Those sealed under a key that their person does not have. */
  readonly keyless: number;
  /** Those that are not what their own hash says. */
  readonly altered: number;
}

const tables = ['record', 'history', 'evidence'] as const;
/** Of each table, from either end. */
const SAMPLE = 100;
/** Keys of one person: one for each retention class, and a second set while they are replaced. */
const MOST_KEYS = 200;

/**
 * Looks at the oldest and the newest sealed rows as they are stored. Opens nothing, so it tells the
 * form, the key and the hash of a row, not that it opens: an audit with keys tells that.
 */
export async function sealingOf(data: Reader, keys: Reader): Promise<Sealing> {
  const found = { rows: 0, unsealed: 0, keyless: 0, altered: 0 };
  const owned = new Map<string, ReadonlySet<string>>();
  for (const table of tables) {
    for (const row of await sample(data, table)) {
      if (!(row['sealed'] instanceof Uint8Array)) continue;
      found.rows += 1;
      if (!isSealed(row['sealed'])) found.unsealed += 1;
      if (!isSameHash(table, row)) found.altered += 1;
      const person = String(row['person']);
      // The keys are read after the row: they were made before it.
      const theirs = owned.get(person) ?? (await keysOf(keys, person));
      owned.set(person, theirs);
      if (theirs.has(String(row['key']))) continue;
      if ((await hasKeys(data, person)) && (await isStill(data, table, row))) found.keyless += 1;
    }
  }
  return found;
}

async function sample(data: Reader, table: string): Promise<readonly Row[]> {
  const read: Read = { table, by: 'key', equals: [], limit: SAMPLE, expired: 'included' };
  const [oldest = [], newest = []] = await data.read([read, { ...read, descending: true }]);
  const hashes = new Set(oldest.map(hashOf));
  return [...oldest, ...newest.filter((row) => !hashes.has(hashOf(row)))];
}

const hashOf = (row: Row) => Buffer.from(row['hash'] as Uint8Array).toString('base64');

function isSameHash(name: string, row: Row): boolean {
  const hash = rowHash(dataTable(name)!, row);
  return Buffer.compare(hash, row['hash'] as Uint8Array) === 0;
}

/** Whose keys were replaced since the row was read has it sealed anew by now. */
async function isStill(data: Reader, table: string, row: Row): Promise<boolean> {
  const equals = dataTable(table)!.key.map((column) => row[column] as Value);
  const read: Read = { table, by: 'key', equals, limit: 1, expired: 'included' };
  const [[now] = []] = await data.read([read]);
  return now?.['key'] === row['key'];
}

async function keysOf(keys: Reader, person: string): Promise<ReadonlySet<string>> {
  const read = { table: 'data', by: 'key', equals: [person], limit: MOST_KEYS };
  const [rows = []] = await keys.read([read]);
  return new Set((rows as readonly DataKeyRow[]).map(({ id }) => id));
}

/** Of somebody whose erasure has been decided the keys go before the rows. */
async function hasKeys(data: Reader, person: string): Promise<boolean> {
  const [rows] = await data.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
  const state = (rows?.[0] as PersonRow | undefined)?.state;
  return state === undefined || state === 'active' || state === 'suspended';
}
