import { rowHash } from '../entry/row-hash.ts';
import type { Reader, Row } from '../port/store.ts';
import { type AuditedTable, dataSchema, type RecordRow } from '../tables.ts';
import type { AuditFinding } from './finding.ts';
import type { IsOutdated } from './outdated-since.ts';
import type { RowLedger } from './row-ledger.ts';

/** Opens a record with its key and forgets what it saw; false if it does not open. */
export type TryOpen = (row: RecordRow) => Promise<boolean>;

/** How records are opened, and of which it is in order that they do not. */
export interface Trial {
  readonly tryOpen: TryOpen;
  readonly isOutdated: IsOutdated;
}

interface RowsAudit {
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
  trial: Trial | undefined,
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
      if (name !== 'record' || trial === undefined) continue;
      const record = row as RecordRow;
      if (await trial.tryOpen(record)) count.opened += 1;
      else if (!(await trial.isOutdated(record))) {
        return { ...count, finding: { kind: 'record-sealed', table: name, id } };
      }
    }
  }
  const missing = ledger.unclaimed();
  return { ...count, finding: missing && { kind: 'row-missing', position: missing.position } };
}

function idOf(row: Row): string {
  return String(row['id'] ?? row['target'] ?? row['digest']);
}
