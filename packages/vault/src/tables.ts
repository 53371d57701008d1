import { entriesWrittenOnce } from './migrate/entries-written-once.ts';
import type { Column, RowOf, Schema, Table } from './port/schema.ts';

/**
 * What every audited row carries: a salt, so that a row of little entropy hides behind its hash,
 * and the hash itself.
 */
const audit = [
  { name: 'salt', type: 'blob' },
  { name: 'hash', type: 'blob' },
] as const satisfies readonly Column[];

/** A person, device or organisation. Its row stays as a tombstone after erasure. */
const person = {
  name: 'person',
  columns: [
    { name: 'id', type: 'text' },
    /** person | device | organisation */
    { name: 'kind', type: 'text' },
    /**
     * active | suspended | held (tombstone committed, a legal hold keeps the keys) | erasing
     * (tombstone committed, sweep under way) | erased
     */
    { name: 'state', type: 'text' },
    /** Goes up when keys are replaced or destroyed, so that no cached key outlives them. */
    { name: 'generation', type: 'integer' },
    { name: 'country', type: 'text', nullable: true },
    { name: 'region', type: 'text' },
    { name: 'created', type: 'integer' },
    ...audit,
  ],
  key: ['id'],
  indexes: [{ name: 'state', columns: ['state'] }],
  audited: true,
} as const satisfies Table;

/** One sealed item of personal data. */
const record = {
  name: 'record',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'category', type: 'text' },
    { name: 'retention', type: 'text' },
    { name: 'version', type: 'integer' },
    { name: 'source', type: 'text' },
    { name: 'collected', type: 'integer' },
    { name: 'expires', type: 'integer', nullable: true },
    { name: 'key', type: 'text' },
    { name: 'sealed', type: 'blob' },
    ...audit,
  ],
  key: ['id'],
  indexes: [
    { name: 'person', columns: ['person', 'category'] },
    { name: 'expires', columns: ['expires'] },
  ],
  audited: true,
  expires: 'expires',
} as const satisfies Table;

/**
 * A dated thing that facts are read from. `body` is JSON without personal values; free text is
 * `sealed`.
 */
const evidence = {
  name: 'evidence',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'person', type: 'text', nullable: true },
    { name: 'party', type: 'text', nullable: true },
    { name: 'ref', type: 'text', nullable: true },
    { name: 'state', type: 'text' },
    { name: 'at', type: 'integer' },
    { name: 'until', type: 'integer', nullable: true },
    { name: 'body', type: 'text' },
    { name: 'key', type: 'text', nullable: true },
    { name: 'sealed', type: 'blob', nullable: true },
    ...audit,
  ],
  key: ['id'],
  indexes: [
    { name: 'person', columns: ['person', 'kind'] },
    { name: 'party', columns: ['party', 'kind'] },
    { name: 'ref', columns: ['ref', 'kind'] },
    { name: 'kind', columns: ['kind', 'state'] },
  ],
  audited: true,
} as const satisfies Table;

/** Keyed hashes to find people by. One whose `target` is a record goes with that record. */
const blind = {
  name: 'blind',
  columns: [
    { name: 'index', type: 'text' },
    { name: 'digest', type: 'blob' },
    { name: 'target', type: 'text' },
    { name: 'person', type: 'text' },
    ...audit,
  ],
  key: ['index', 'digest', 'target'],
  indexes: [{ name: 'person', columns: ['person'] }],
  audited: true,
} as const satisfies Table;

/**
 * What was decided about a person: the opening of an entry's commitment, sealed. `id` is the
 * entry's.
 */
const history = {
  name: 'history',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'person', type: 'text' },
    /** The hour, as epoch ms: no finer than the entry in the log. */
    { name: 'at', type: 'integer' },
    /** Until when the line is kept; as coarse as `at`. Null: as long as the person is. */
    { name: 'expires', type: 'integer', nullable: true },
    { name: 'key', type: 'text' },
    { name: 'sealed', type: 'blob' },
    ...audit,
  ],
  key: ['person', 'id'],
  indexes: [{ name: 'expires', columns: ['expires'] }],
  audited: true,
  expires: 'expires',
} as const satisfies Table;

/** A version of the policy, or of a document bound to it. */
const version = {
  name: 'version',
  columns: [
    { name: 'digest', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'from', type: 'integer', nullable: true },
    { name: 'body', type: 'text' },
    ...audit,
  ],
  key: ['digest'],
  indexes: [{ name: 'name', columns: ['name', 'state'] }],
  audited: true,
} as const satisfies Table;

/** The log's leaves, in order of arrival. Written once: see {@link stretch} for their positions. */
const entry = {
  name: 'entry',
  columns: [
    { name: 'arrival', type: 'integer', serial: true },
    { name: 'id', type: 'text' },
    { name: 'body', type: 'blob' },
  ],
  key: ['arrival'],
  indexes: [{ name: 'id', columns: ['id'], unique: true }],
  audited: false,
} as const satisfies Table;

/**
 * Where the entries are in the tree: those numbered `arrival` and following, `count` of them, have
 * `position` and the positions that follow. Both columns rise together, so entries are in the tree
 * in order of arrival, and those past the last stretch wait for it. On SQLite, whose numbers have no
 * gaps, there is one stretch.
 */
const stretch = {
  name: 'stretch',
  columns: [
    { name: 'position', type: 'integer' },
    { name: 'arrival', type: 'integer' },
    { name: 'count', type: 'integer' },
  ],
  key: ['position'],
  indexes: [{ name: 'arrival', columns: ['arrival'], unique: true }],
  audited: false,
  changing: ['count'],
} as const satisfies Table;

/** The newest state of each tile of hashes; an older, narrower state is its beginning. */
const tile = {
  name: 'tile',
  columns: [
    { name: 'level', type: 'integer' },
    { name: 'n', type: 'integer' },
    { name: 'width', type: 'integer' },
    { name: 'hashes', type: 'blob' },
  ],
  key: ['level', 'n'],
  indexes: [],
  audited: false,
} as const satisfies Table;

/** The latest signed checkpoints. */
const checkpoint = {
  name: 'checkpoint',
  columns: [
    { name: 'size', type: 'integer' },
    { name: 'note', type: 'text' },
  ],
  key: ['size'],
  indexes: [],
  audited: false,
} as const satisfies Table;

/** How often each sentence permitted or refused; counted by the sequencer from the entries. */
const tally = {
  name: 'tally',
  columns: [
    { name: 'sentence', type: 'text' },
    /** permitted | refused */
    { name: 'outcome', type: 'text' },
    { name: 'count', type: 'integer' },
  ],
  key: ['sentence', 'outcome'],
  indexes: [],
  audited: false,
} as const satisfies Table;

/** Outcomes by idempotency key: ids only. */
const request = {
  name: 'request',
  columns: [
    { name: 'digest', type: 'blob' },
    { name: 'fingerprint', type: 'blob' },
    { name: 'outcome', type: 'text' },
    { name: 'at', type: 'integer' },
    { name: 'expires', type: 'integer' },
  ],
  key: ['digest'],
  indexes: [{ name: 'expires', columns: ['expires'] }],
  audited: false,
} as const satisfies Table;

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
export type TableName = keyof Tables;
export type AuditedTable = {
  [N in TableName]: Tables[N]['audited'] extends true ? N : never;
}[TableName];

/** A stored row of table `N`, as reads return it. */
export type Stored<N extends TableName> = RowOf<Tables[N]>;

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
