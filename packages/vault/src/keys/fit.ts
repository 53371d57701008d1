import { isClosed } from '../act/standing.ts';
import { VaultError } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { Read, Reader } from '../port/store.ts';
import type { HistoryRow, PersonRow } from '../tables.ts';
import { keyRowsOf } from './key-rows.ts';

/**
 * Refuses (`AVOW_ROLLED_BACK`) where the newest line about somebody is sealed under a key that the key store
 * does not have: one of the two stores was put back from another day than the other. New keys would then hide
 * that nothing from before opens.
 */
export async function mustFit(data: Reader, keys: Reader, person: PersonId): Promise<void> {
  let before: string | undefined;
  for (;;) {
    // The line first: its key was made before it.
    const key = await newestKeyOf(data, person);
    if (key === undefined || (await keyRowsOf(keys, person)).some(({ id }) => id === key)) return;
    // Sealed anew, or erased, since it was read: then it is not the same line twice.
    if (key === before) {
      throw new VaultError(
        'AVOW_ROLLED_BACK',
        'the key store lacks keys that the data store needs: the two are not of the same day; ' +
          'restore the newest backup of both',
      );
    }
    before = key;
  }
}

/** Undefined of whoever is being erased: their keys go before their rows. */
async function newestKeyOf(data: Reader, person: PersonId): Promise<string | undefined> {
  const one = { by: 'key', equals: [person], limit: 1 };
  const newest: Read = { ...one, table: 'history', descending: true, expired: 'included' };
  const [[row] = [], [line] = []] = await data.read([{ ...one, table: 'person' }, newest]);
  if (row === undefined || isClosed(row as PersonRow)) return undefined;
  return (line as HistoryRow | undefined)?.key;
}
