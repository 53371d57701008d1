import type { AuditedTable, Stored, TableName } from '../tables.ts';

/** A row as a caller writes it: the vault adds salt and hash. */
export type Draft<N extends TableName> = Omit<Stored<N>, 'salt' | 'hash'>;

/** The tables that callers write. History is written by the vault, with the entry it belongs to. */
type WrittenTable = Exclude<AuditedTable, 'history'>;

/**
 * Insert (`after` alone), replace (both) or remove (`before` alone) an audited row. `before` is a
 * row as read in the same act; if it has changed meanwhile the act is refused with `AVOW_CONFLICT`.
 */
export type AuditedChange = {
  [N in WrittenTable]: {
    readonly table: N;
    readonly before?: Stored<N>;
    readonly after?: Draft<N>;
  };
}[WrittenTable];
