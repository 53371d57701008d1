import type { Json } from '../entry/draft.ts';
import { VaultError } from '../fault.ts';
import type { EntryId } from '../id.ts';
import { DataKeys } from '../keys/data-keys.ts';
import type { Read, Reader } from '../port/store.ts';
import { historyContext } from '../record/context.ts';
import { unseal } from '../record/seal.ts';
import type { HistoryRow, Stored } from '../tables.ts';
import type { HistoryItem, Opening } from '../vault.ts';

/** What a row of history holds, sealed. */
interface Told {
  readonly nonce: string;
  readonly party: string | null;
  readonly evidence: readonly string[];
  readonly at: number;
  readonly note: Json;
}

export interface HistoryPage {
  readonly limit: number;
  readonly after?: EntryId;
  readonly newestFirst?: boolean;
}

/** A page of what was decided about the person of these keys, each with its entry. */
export async function historyOf(
  store: Reader,
  keys: DataKeys,
  { limit, after, newestFirst = false }: HistoryPage,
): Promise<readonly HistoryItem[]> {
  const read: Read = {
    table: 'history',
    by: 'key',
    equals: [keys.person],
    descending: newestFirst,
    limit: Math.min(limit, 1_000),
    ...(after === undefined ? {} : { after }),
  };
  const [found = []] = await store.read([read]);
  const rows = found as readonly HistoryRow[];
  const entries = await store.read(rows.map((row) => readEntry(row.id)));
  return rows.map((row, at) => item(row, tell(row, keys), entries[at]?.[0] as Stored<'entry'>));
}

/**
 * What opens the commitment of one entry about the person of these keys; null if it is not about
 * them.
 */
export async function openingOf(
  store: Reader,
  keys: DataKeys,
  entry: EntryId,
): Promise<Opening | null> {
  const [rows] = await store.read([
    { table: 'history', by: 'key', equals: [keys.person, entry], limit: 1 },
  ]);
  const row = rows?.[0] as HistoryRow | undefined;
  if (row === undefined) return null;
  const { nonce, party, evidence, at } = tell(row, keys);
  return { nonce, person: keys.person, party, evidence, at };
}

function readEntry(id: string): Read {
  return { table: 'entry', by: 'id', equals: [id], limit: 1 };
}

function tell(row: HistoryRow, keys: DataKeys): Told {
  const key = DataKeys.byId(keys, row.key);
  if (key === undefined) {
    throw new VaultError('AVOW_UNKNOWN', 'history opens with the key of retention class history');
  }
  const content = unseal(key.secret, historyContext(row.id, row.person), row.sealed);
  return JSON.parse(Buffer.from(content).toString('utf8')) as Told;
}

function item(row: HistoryRow, told: Told, entry: Stored<'entry'>): HistoryItem {
  const { party, evidence, at, note } = told;
  const body = JSON.parse(Buffer.from(entry.body).toString('utf8')) as HistoryItem['body'];
  return { entry: row.id as EntryId, at, party, evidence, note, body, position: entry.position };
}
