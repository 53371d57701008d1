import { formatProof, inclusionProof, leafHash, type NoteSigner, signPromise } from '@avow/ledger';
import type { Opening } from '../entry/told.ts';
import { VaultError } from '../fault.ts';
import type { EntryId } from '../id.ts';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { latestCheckpoint } from './checkpoint.ts';
import type { Lately } from './lately.ts';
import { positionOf } from './stretch.ts';
import { withTiles } from './tiles.ts';

/**
 * Proof of an entry, to keep. `body` is the leaf. `promise` (a signed note) holds from the first
 * moment; `proof` (C2SP `tlog-proof@v1`) replaces it once the entry is in the tree. Names nobody.
 */
export interface Receipt {
  readonly entry: EntryId;
  readonly body: string;
  readonly vkey: string;
  readonly promise: string | null;
  readonly proof: string | null;
}

/** A receipt that proves of whom it speaks as well. */
export interface OpenedReceipt extends Receipt {
  readonly opening: Opening;
}

/**
 * By when an entry is in the tree, at the latest: 24 hours, the delay that Certificate Transparency
 * logs allow themselves.
 */
const MERGE_DELAY = 24 * 3_600_000;

/**
 * Proof of a committed entry: the log's promise while it waits, its proof of inclusion afterwards.
 */
export async function receiptOf(
  store: Reader,
  signer: NoteSigner,
  entry: EntryId,
  now: number,
): Promise<Receipt> {
  const row = await entryRow(store, entry);
  const position = await positionOf(store, row.arrival);
  const proof = position === null ? null : await proofOf(store, position);
  const body = Buffer.from(row.body).toString('utf8');
  const promise = proof === null ? promised(signer, row.body, now) : null;
  return { entry, body, vkey: signer.vkey, promise, proof };
}

/** The log's promise for a committed entry. */
export async function promiseOf(
  store: Reader,
  lately: Lately,
  signer: NoteSigner,
  entry: EntryId,
  now: number,
): Promise<string> {
  const body = lately.bodyOf(entry) ?? (await entryRow(store, entry)).body;
  return promised(signer, body, now);
}

async function entryRow(store: Reader, entry: EntryId): Promise<Stored<'entry'>> {
  const [rows] = await store.read([{ table: 'entry', by: 'id', equals: [entry], limit: 1 }]);
  const row = rows?.[0] as Stored<'entry'> | undefined;
  if (row === undefined) throw new VaultError('AVOW_UNKNOWN', 'no such entry');
  return row;
}

function promised(signer: NoteSigner, body: Uint8Array, now: number): string {
  const leaf = leafHash(body);
  const promise = { origin: signer.name, leaf, promisedAt: now, integratedBy: now + MERGE_DELAY };
  return signPromise(promise, signer);
}

async function proofOf(store: Reader, index: number): Promise<string> {
  // The position was read before the checkpoint, so the checkpoint covers it.
  const latest = await latestCheckpoint(store);
  const { size, note: checkpoint } = latest!;
  const hashes = await withTiles(store, (tiles) => inclusionProof(index, size, tiles));
  return formatProof({ index, hashes, checkpoint });
}
