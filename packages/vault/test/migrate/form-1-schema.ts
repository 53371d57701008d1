import type { Column, Schema, Table } from '../../src/index.ts';

/** The stores' forms as they were first: what `form-1.json` was written by. Never to be changed. */
const audit = [
  { name: 'salt', type: 'blob' },
  { name: 'hash', type: 'blob' },
] as const satisfies readonly Column[];

const person = {
  name: 'person',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'state', type: 'text' },
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

const history = {
  name: 'history',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'at', type: 'integer' },
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

const entry = {
  name: 'entry',
  columns: [
    { name: 'arrival', type: 'integer', serial: true },
    { name: 'id', type: 'text' },
    { name: 'body', type: 'blob' },
    { name: 'position', type: 'integer', nullable: true },
  ],
  key: ['arrival'],
  indexes: [
    { name: 'id', columns: ['id'], unique: true },
    { name: 'position', columns: ['position'] },
  ],
  audited: false,
  changing: ['position'],
} as const satisfies Table;

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

const tally = {
  name: 'tally',
  columns: [
    { name: 'sentence', type: 'text' },
    { name: 'outcome', type: 'text' },
    { name: 'count', type: 'integer' },
  ],
  key: ['sentence', 'outcome'],
  indexes: [],
  audited: false,
} as const satisfies Table;

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

const secret = {
  name: 'secret',
  columns: [
    { name: 'name', type: 'text' },
    { name: 'wrapped', type: 'blob' },
    { name: 'created', type: 'integer' },
  ],
  key: ['name'],
  indexes: [],
  audited: false,
} as const satisfies Table;

const dataKey = {
  name: 'data',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'generation', type: 'integer' },
    { name: 'retention', type: 'text' },
    { name: 'wrapped', type: 'blob' },
    { name: 'created', type: 'integer' },
  ],
  key: ['person', 'generation', 'retention'],
  indexes: [],
  audited: false,
} as const satisfies Table;

export const dataForm1: Schema = {
  name: 'avow/data',
  version: 1,
  tables: [
    person,
    record,
    evidence,
    blind,
    history,
    version,
    entry,
    tile,
    checkpoint,
    tally,
    request,
  ],
};

export const keyForm1: Schema = { name: 'avow/keys', version: 1, tables: [secret, dataKey] };
