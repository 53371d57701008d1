import type { Column, Table } from '../port/schema.ts';

/**
 * What every audited row carries: a salt, so that a row of little entropy hides behind its hash,
 * and the hash itself.
 */
const audit = [
  { name: 'salt', type: 'blob' },
  { name: 'hash', type: 'blob' },
] as const satisfies readonly Column[];

/** A person, device or organisation. Its row stays as a tombstone after erasure. */
export const person = {
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
export const record = {
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
export const evidence = {
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
export const blind = {
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
export const history = {
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
export const version = {
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
