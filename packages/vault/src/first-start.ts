import { VaultError } from './fault.ts';
import type { Anchor } from './port/anchor.ts';
import type { Reader } from './port/store.ts';

/** What begins together, and what a loss is told by. */
interface Beginnings {
  readonly data: Reader;
  readonly keys: Reader;
  readonly anchor: Anchor;
}

/**
 * Whether nothing is there yet: no log, and no checkpoint of one. Data store, key store and anchor
 * begin together, so one that is empty beside another that is not was lost; nobody must take it for
 * a beginning and make new keys, or destroy as orphans those of people whose data will be restored.
 * `AVOW_ROLLED_BACK` if there are people's keys and no log.
 */
export async function isFirstStart({ data, keys, anchor }: Beginnings): Promise<boolean> {
  // Keys before log: another process that starts now makes them in the other order.
  const hasPeople = await hasRows(keys, 'data');
  const hasLog = await hasRows(data, 'entry');
  if (hasPeople && !hasLog) {
    throw new VaultError(
      'AVOW_ROLLED_BACK',
      'the data store is empty and was not; put it back from its newest backup before starting',
    );
  }
  return !hasLog && (await anchor.read()) === undefined;
}

async function hasRows(store: Reader, table: string): Promise<boolean> {
  const [rows = []] = await store.read([{ table, by: 'key', equals: [], limit: 1 }]);
  return rows.length > 0;
}
