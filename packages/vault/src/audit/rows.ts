import { rowHash } from '../entry/row-hash.ts';
import type { Reader, Row } from '../port/store.ts';
import { type AuditedTable, dataSchema, type RecordRow } from '../tables.ts';
import type { AuditFinding } from './finding.ts';
import type { RowLedger } from './row-ledger.ts';

/** Opens a record with its key and forgets what it saw; false if it does not open. */
export type TryOpen = (row: RecordRow) => Promise<boolean>;

export interface RowsAudit {
  readonly finding: AuditFinding | undefined;
  readonly rows: number;
  readonly opened: number;
}

/**
 * Holds every stored row of the audited tables against its own hash and against the ledger of rows.
 */
export async function auditRows(
  store: Reader,
  ledger: RowLedger,
  tryOpen: TryOpen | undefined,
): Promise<RowsAudit> {
  const count = { rows: 0, opened: 0 };
  for (const table of dataSchema.tables.filter((candidate) => candidate.audited)) {
    const name = table.name as AuditedTable;
    for await (const row of store.scan({ table: name })) {
      count.rows += 1;
      const id = idOf(row);
      const hash = rowHash(table, row);
      if (Buffer.compare(hash, row['hash'] as Uint8Array) !== 0) {
        return { ...count, finding: { kind: 'row-altered', table: name, id } };
      }
      const standing = ledger.claim(hash);
      if (standing !== 'stands') {
        const kind = standing === 'gone' ? 'row-rolled-back' : 'row-added';
        return { ...count, finding: { kind, table: name, id } };
      }
      if (name !== 'record' || tryOpen === undefined) continue;
      if (!(await tryOpen(row as RecordRow))) {
        return { ...count, finding: { kind: 'record-sealed', table: name, id } };
      }
      count.opened += 1;
    }
  }
  const missing = ledger.unclaimed();
  return { ...count, finding: missing && { kind: 'row-missing', position: missing.position } };
}

function idOf(row: Row): string {
  return String(row['id'] ?? row['target'] ?? row['digest']);
}
