import type { TileReader } from '@avow/ledger';
import { TreeAudit } from '@avow/ledger';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import type { AuditFinding } from './finding.ts';
import { type Leaf, readLeaf } from './leaf.ts';
import { Places } from './places.ts';
import { Recount } from './recount.ts';
import type { RowLedger } from './row-ledger.ts';

/** Decides an entry of kind `decision` again; what differs, in words, or undefined. */
export type Replay = (body: Leaf['body']) => string | undefined;

interface EntriesAudit {
  readonly finding: AuditFinding | undefined;
  readonly entries: number;
  readonly pending: number;
  readonly replayed: number;
  /** What the sentences did, as far as the entries are in the tree. */
  readonly recount: Recount;
}

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

  function take({ id, body }: Stored<'entry'>, position: number | null): void {
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

  const places = new Places(store);
  let index = 0;
  let gap: number | undefined;
  for await (const row of store.scan({ table: 'entry' })) {
    const entry = row as Stored<'entry'>;
    const position = await places.of(entry.arrival);
    // The tree knows order alone; receipts find an entry by the position that it is said to have.
    if (position !== null && position !== index) gap ??= index;
    if (position !== null) index += 1;
    take(entry, position);
    if (position !== null && !tree.add(entry.body)) break;
  }
  const outcome = tree.finish();
  // What the tree says comes first: an altered entry explains whatever else is wrong with it.
  if (!outcome.ok) return { ...count, finding: outcome.failure };
  if (!(await places.end(index))) gap ??= index;
  if (gap !== undefined) return { ...count, finding: { kind: 'entry-missing', index: gap } };
  return { ...count, finding };
}

function fold(leaf: Leaf, position: number | null, rows: RowLedger): AuditFinding | undefined {
  for (const hash of leaf.rows.removed) {
    if (!rows.remove(hash)) return { kind: 'entry-unfounded', position };
  }
  for (const hash of leaf.rows.added) rows.add(hash, position);
  return undefined;
}
