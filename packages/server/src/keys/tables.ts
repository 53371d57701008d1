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

/** A token of a party: minutes old at most, and only as good as the key that it was asked for with. */
const partyToken = {
  name: 'party_token',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'party', type: 'text' },
    /** The party's key, by its thumbprint. */
    { name: 'kid', type: 'text' },
    { name: 'digest', type: 'blob' },
    { name: 'expires', type: 'integer' },
  ],
  key: ['id'],
  indexes: [{ name: 'expires', columns: ['expires'] }],
  audited: false,
  expires: 'expires',
} as const satisfies Table;

export type TokenRow = RowOf<typeof partyToken>;

/** An assertion that was taken, by a digest of whose it is and its `jti`, until it would not be taken anyway. */
const partyAssertion = {
  name: 'party_assertion',
  columns: [
    { name: 'digest', type: 'blob' },
    { name: 'expires', type: 'integer' },
  ],
  key: ['digest'],
  indexes: [{ name: 'expires', columns: ['expires'] }],
  audited: false,
  expires: 'expires',
} as const satisfies Table;

/** The store of what opens `/v1`. docs/architecture.md tells how to change it. */
export const keySchema: Schema = {
  name: 'avow/api-keys',
  version: 2,
  tables: [apiKey, partyToken, partyAssertion],
  migrations: [
    {
      to: 2,
      kind: 'expand',
      brings: 'lets parties come in with tokens',
      steps: [
        {
          does: 'create-table',
          table: {
            name: 'party_token',
            columns: [
              { name: 'id', type: 'text' },
              { name: 'party', type: 'text' },
              { name: 'kid', type: 'text' },
              { name: 'digest', type: 'blob' },
              { name: 'expires', type: 'integer' },
            ],
            key: ['id'],
            indexes: [{ name: 'expires', columns: ['expires'] }],
            audited: false,
          },
        },
        {
          does: 'create-table',
          table: {
            name: 'party_assertion',
            columns: [
              { name: 'digest', type: 'blob' },
              { name: 'expires', type: 'integer' },
            ],
            key: ['digest'],
            indexes: [{ name: 'expires', columns: ['expires'] }],
            audited: false,
          },
        },
      ],
    },
  ],
};
