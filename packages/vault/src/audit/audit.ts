import { HASH_BYTES, verifyCheckpoint } from '@avow/ledger';
import { readCheckpoints } from '../log/checkpoint.ts';
import { tileReader } from '../log/tiles.ts';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { auditEntries, type Replay } from './entries.ts';
import type { AuditFinding, VaultAudit } from './finding.ts';
import { type AuditedTree, auditKept, headProblem } from './heads.ts';
import { openRowLedger } from './row-ledger.ts';
import { auditRows, type Trial } from './rows.ts';

/** What an audit looks at, open for reading. */
export interface AuditSubject {
  /** The data store, in one state throughout (see `openSqliteReader`). */
  readonly store: Reader;
  /** The log's verifier key, from a source other than the stores. */
  readonly vkey: string;
  /** The checkpoint kept outside the stores, read before `store` was opened. */
  readonly anchored: string | undefined;
  /** A checkpoint that somebody kept: shows whether the log was rewritten since. */
  readonly against?: string;
  /** Decides each decision again by the policy that it cites. */
  readonly replay?: Replay;
  /** Opens every sealed record with its key. */
  readonly trial?: Trial;
}

/**
 * Audits a vault from its stores alone: every entry, tile and checkpoint; then every audited row
 * against what the entries say was added and removed. Resolves to the first thing wrong, or to what
 * it went through. Needs 32 bytes of memory for each entry (the tiles) and a page of rows; the rest
 * is on disk. Rejects only if the store cannot be read.
 */
export async function auditVault(subject: AuditSubject): Promise<VaultAudit> {
  const { store, vkey } = subject;
  const [found = []] = await store.read([readCheckpoints(10_000)]);
  const kept = found as readonly Stored<'checkpoint'>[];
  const latest = kept[0];
  if (latest === undefined) return failed({ kind: 'entry-missing', index: 0 });

  const stored: Stored<'tile'>[] = [];
  for await (const row of store.scan({ table: 'tile' })) stored.push(row as Stored<'tile'>);
  const tiles = tileReader(stored);

  const ledger = openRowLedger();
  try {
    const head = { checkpoint: latest.note, vkey, tiles };
    const entries = await auditEntries(store, ledger, head, subject.replay);
    if (entries.finding !== undefined) return failed(entries.finding);
    const tileFinding = auditWidths(stored);
    if (tileFinding !== undefined) return failed(tileFinding);

    const tree = { size: verifyCheckpoint(latest.note, vkey).size, tiles, vkey };
    const headFinding = auditKept(kept, tree) ?? auditOutside(subject, tree);
    if (headFinding !== undefined) return failed(headFinding);

    const tallyFinding = await entries.recount.hold(store);
    if (tallyFinding !== undefined) return failed(tallyFinding);

    const rows = await auditRows(store, ledger, subject.trial);
    if (rows.finding !== undefined) return failed(rows.finding);
    const { entries: inTree, pending, replayed } = entries;
    const counts = { entries: inTree, pending, replayed, rows: rows.rows, opened: rows.opened };
    return { ok: true, counts };
  } finally {
    ledger.close();
  }
}

/** The first tile that says another width than it has: the log would publish less, or more, of it. */
function auditWidths(tiles: readonly Stored<'tile'>[]): AuditFinding | undefined {
  const wrong = tiles.find(({ width, hashes }) => hashes.length !== width * HASH_BYTES);
  if (wrong === undefined) return undefined;
  const { level, n } = wrong;
  return { kind: 'tile', problem: 'malformed', level, n, position: 0 };
}

/** The checkpoints from outside the stores. */
function auditOutside(subject: AuditSubject, tree: AuditedTree): AuditFinding | undefined {
  for (const [kind, note] of [
    ['anchor', subject.anchored],
    ['against', subject.against],
  ] as const) {
    const problem = note === undefined ? undefined : headProblem(note, tree);
    if (problem !== undefined) return { kind, problem };
  }
  return undefined;
}

function failed(finding: AuditFinding): VaultAudit {
  return { ok: false, finding };
}
