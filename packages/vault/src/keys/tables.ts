import type { RowOf, Schema, Table } from '../port/schema.ts';

/**
 * The region key (wrapped by the root key) and the keys of the index and the log (wrapped by the
 * region key).
 */
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

/** Data keys, one for each person and retention class, wrapped by the region key. */
const data = {
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

export type SecretRow = RowOf<typeof secret>;
export type DataKeyRow = RowOf<typeof data>;

/**
 * The key store's schema. It lies in a store of its own, so that a copy of the data holds no key.
 */
export const keySchema: Schema = {
  name: 'avow/keys',
  version: 2,
  tables: [secret, data],
  migrations: [
    {
      to: 2,
      kind: 'expand',
      brings: 'says which programs may work with the store',
      steps: [],
    },
  ],
};
