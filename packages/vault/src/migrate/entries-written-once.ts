import type { Migration } from '../port/schema.ts';

/**
 * Form 3: an entry's position is no longer a column of its own, written into the row when the entry
 * comes into the tree; see table `stretch`. The entries are numbered anew where arrival and position are
 * of different order, which PostgreSQL allowed: those in the tree by their position, those that wait
 * behind them, as they arrived.
 */
export const entriesWrittenOnce: Migration = {
  to: 3,
  kind: 'contract',
  needs: 3,
  brings: 'writes each entry once',
  steps: [
    { does: 'drop-index', table: 'entry', index: 'position' },
    {
      does: 'create-table',
      table: {
        name: 'stretch',
        columns: [
          { name: 'position', type: 'integer' },
          { name: 'arrival', type: 'integer' },
          { name: 'count', type: 'integer' },
        ],
        key: ['position'],
        indexes: [{ name: 'arrival', columns: ['arrival'], unique: true }],
        audited: false,
      },
    },
    {
      does: 'rewrite',
      table: 'entry',
      sql: [
        // Out of the way first: no number may be there twice, not even meanwhile.
        'UPDATE entry SET arrival = -arrival WHERE position IS NULL OR arrival <> position + 1',
        'UPDATE entry SET arrival = position + 1 WHERE arrival < 0 AND position IS NOT NULL',
        `UPDATE entry SET arrival = (SELECT count(*) FROM entry WHERE position IS NOT NULL) - arrival
         WHERE arrival < 0`,
        `INSERT INTO stretch SELECT 0, 1, count(*) FROM entry WHERE position IS NOT NULL
         HAVING count(*) > 0`,
      ],
      onPostgres: [
        `SELECT setval(pg_get_serial_sequence('entry', 'arrival'), max(arrival))
         FROM entry HAVING max(arrival) > 0`,
      ],
    },
    { does: 'drop-column', table: 'entry', column: 'position' },
  ],
};
