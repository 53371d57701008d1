import { entriesWrittenOnce } from './migrate/entries-written-once.ts';
import type { RowOf, Schema, Table } from './port/schema.ts';
import { blind, evidence, history, person, record, version } from './tables/audited.ts';
import { checkpoint, entry, stretch, tally, tile } from './tables/log.ts';
import { request } from './tables/request.ts';

const tables = {
  person,
  record,
  evidence,
  blind,
  history,
  version,
  entry,
  stretch,
  tile,
  checkpoint,
  tally,
  request,
} as const;

export type Tables = typeof tables;
/** A table of the data store. */
export type TableName = keyof Tables;
/** One whose every change is named in an entry of the log. */
export type AuditedTable = {
  [N in TableName]: Tables[N]['audited'] extends true ? N : never;
}[TableName];

/** A stored row of table `N`, as reads return it. */
export type Stored<N extends TableName> = RowOf<Tables[N]>;

/** See table `person`. */
export type PersonRow = Stored<'person'>;
export type RecordRow = Stored<'record'>;
export type EvidenceRow = Stored<'evidence'>;
export type BlindRow = Stored<'blind'>;
export type HistoryRow = Stored<'history'>;
export type VersionRow = Stored<'version'>;

/** The data store's schema. docs/architecture.md tells how to change it. */
export const dataSchema: Schema = {
  name: 'avow/data',
  version: 3,
  tables: Object.values(tables),
  migrations: [
    {
      to: 2,
      kind: 'expand',
      brings: 'says which programs may work with the store',
      steps: [],
    },
    entriesWrittenOnce,
  ],
};

/** The table of this name in the data store. */
export function dataTable(name: string): Table | undefined {
  return Object.hasOwn(tables, name) ? tables[name as TableName] : undefined;
}
