import type { Table } from '../port/schema.ts';

/** The log's leaves, in order of arrival. Written once: see {@link stretch} for their positions. */
export const entry = {
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
export const stretch = {
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
export const tile = {
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
export const checkpoint = {
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
export const tally = {
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
