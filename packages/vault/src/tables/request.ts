import type { Table } from '../port/schema.ts';

/** Outcomes by idempotency key: ids only. */
export const request = {
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
