import type { RowOf, Schema, Table } from '@avow/vault';

const apiKey = {
  name: 'api_key',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'label', type: 'text' },
    /** Names, with a space between two. */
    { name: 'scopes', type: 'text' },
    { name: 'digest', type: 'blob' },
    { name: 'created', type: 'integer' },
    { name: 'expires', type: 'integer', nullable: true },
    { name: 'revoked', type: 'integer', nullable: true },
    /** The retry key of whoever made it, and a digest of what was asked for. */
    { name: 'once', type: 'text', nullable: true },
    { name: 'request', type: 'blob', nullable: true },
  ],
  key: ['id'],
  indexes: [{ name: 'once', columns: ['once'] }],
  audited: false,
  changing: ['revoked'],
} as const satisfies Table;

export type KeyRow = RowOf<typeof apiKey>;

/** The store of the keys that open `/v1`. */
export const keySchema: Schema = { name: 'avow/api-keys', version: 1, tables: [apiKey] };
