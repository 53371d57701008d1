import type { TileReader } from '@avow/ledger';
import { TreeAudit } from '@avow/ledger';
import type { Read, Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import type { AuditFinding } from './finding.ts';
import { type Leaf, readLeaf } from './leaf.ts';
import { Recount } from './recount.ts';
import type { RowLedger } from './row-ledger.ts';

/** Decides an entry of kind `decision` again; what differs, in words, or undefined. */
export type Replay = (body: Leaf['body']) => string | undefined;

export interface EntriesAudit {
  readonly finding: AuditFinding | undefined;
  readonly entries: number;
  readonly pending: number;
  readonly replayed: number;
  /** What the sentences did, as far as the entries are in the tree. */
  readonly recount: Recount;
}

const PAGE = 1_000;

/** Goes through every entry once: into the tree, into the ledger of rows, through the replay. */
export async function auditEntries(
  store: Reader,
  rows: RowLedger,
  head: { readonly checkpoint: string; readonly vkey: string; readonly tiles: TileReader },
  replay: Replay | undefined,
): Promise<EntriesAudit> {
  const tree = new TreeAudit(head);
  let finding: AuditFinding | undefined;
  const count = { entries: 0, pending: 0, replayed: 0, recount: new Recount() };

  function take(entry: Stored<'entry'>): void {
    const { id, position, body } = entry;
    if (position === null) count.pending += 1;
    else count.entries += 1;
    if (finding !== undefined) return;
    const leaf = readLeaf(body);
    if (leaf === undefined) {
      finding = { kind: 'entry-malformed', position };
      return;
    }
    if (leaf.body['id'] !== id) {
      finding = { kind: 'entry-renamed', position };
      return;
    }
    if (position !== null) count.recount.add(leaf.body);
    finding = fold(leaf, position, rows);
    if (finding !== undefined || replay === undefined || leaf.body['kind'] !== 'decision') return;
    count.replayed += 1;
    const problem = replay(leaf.body);
    if (problem !== undefined) finding = { kind: 'replay', position, problem };
  }

  let index = 0;
  let gap: number | undefined;
  for await (const entry of entriesOf(store, inTree)) {
    // The tree knows order alone; receipts find an entry by the position that stands with it.
    if (entry.position !== index) gap ??= index;
    index += 1;
    take(entry);
    if (!tree.add(entry.body)) break;
  }
  const outcome = tree.finish();
  // What the tree says comes first: an altered entry explains whatever else is wrong with it.
  if (!outcome.ok) return { ...count, finding: outcome.failure };
  if (gap !== undefined) return { ...count, finding: { kind: 'entry-missing', index: gap } };
  for await (const entry of entriesOf(store, waiting)) take(entry);
  return { ...count, finding };
}

function fold(leaf: Leaf, position: number | null, rows: RowLedger): AuditFinding | undefined {
  for (const hash of leaf.rows.removed) {
    if (!rows.remove(hash)) return { kind: 'entry-unfounded', position };
  }
  for (const hash of leaf.rows.added) rows.add(hash, position);
  return undefined;
}

/** The next page of entries in the tree, in order of position. */
function inTree(last: Stored<'entry'> | undefined): Read {
  const after = last?.position ?? -1;
  return { table: 'entry', by: 'position', equals: [], after, limit: PAGE };
}

/** The next page of entries that wait, in order of arrival. */
function waiting(last: Stored<'entry'> | undefined): Read {
  const after = last?.arrival ?? -1;
  return { table: 'entry', by: 'position', equals: [null], after, limit: PAGE };
}

async function* entriesOf(
  store: Reader,
  page: (last: Stored<'entry'> | undefined) => Read,
): AsyncIterable<Stored<'entry'>> {
  let last: Stored<'entry'> | undefined;
  for (;;) {
    const [rows = []] = await store.read([page(last)]);
    yield* rows as readonly Stored<'entry'>[];
    if (rows.length < PAGE) return;
    last = rows.at(-1) as Stored<'entry'>;
  }
}
