import type { Read, Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';

/** The read of the latest checkpoints, newest first. */
export function readCheckpoints(limit: number): Read {
  return { table: 'checkpoint', by: 'key', equals: [], descending: true, limit };
}

/** The latest checkpoint, if the log has one. */
export async function latestCheckpoint(store: Reader): Promise<Stored<'checkpoint'> | undefined> {
  const [rows] = await store.read([readCheckpoints(1)]);
  return rows?.[0] as Stored<'checkpoint'> | undefined;
}
