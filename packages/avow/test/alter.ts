import { onPostgres } from './place.ts';

export { alter } from '../../vault/test/alter.ts';

/** Bytes as the engine writes them down. */
export function blob(text: string): string {
  const hex = Buffer.from(text).toString('hex');
  return onPostgres ? `'\\x${hex}'::bytea` : `x'${hex}'`;
}

/** No checkpoint can be written any more, so nothing goes into the tree. */
export const stopSequencer = onPostgres
  ? 'ALTER TABLE checkpoint ADD CONSTRAINT stopped CHECK (size < 0) NOT VALID'
  : `CREATE TRIGGER stopped BEFORE INSERT ON checkpoint BEGIN SELECT RAISE(ABORT, 'stopped'); END`;

export const startSequencer = onPostgres
  ? 'ALTER TABLE checkpoint DROP CONSTRAINT stopped'
  : 'DROP TRIGGER stopped';
