import { createSecretKey } from 'node:crypto';
import { isFault } from '../fault.ts';
import { placeOf } from '../keys/key-store.ts';
import { readSecrets } from '../keys/secrets.ts';
import type { DataKeyRow } from '../keys/tables.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';
import { recordContext } from '../record/context.ts';
import { unseal } from '../record/seal.ts';
import type { TryOpen } from './rows.ts';

/**
 * Opens records with the keys of a key store, to show that each still opens. Rejects with
 * `AVOW_KEYRING` for a wrong root key.
 */
export async function openTrial(keys: Reader, keyring: Keyring): Promise<TryOpen> {
  const { region } = await readSecrets(keys, keyring);
  return async (row) => {
    const [found = []] = await keys.read([
      { table: 'data', by: 'key', equals: [row.person], limit: 1_000 },
    ]);
    const key = (found as readonly DataKeyRow[]).find((candidate) => candidate.id === row.key);
    if (key === undefined) return false;
    try {
      const secret = createSecretKey(region.unwrap(placeOf(key), key.wrapped));
      unseal(secret, recordContext(row), row.sealed);
      return true;
    } catch (problem) {
      if (isFault(problem, 'AVOW_SEAL')) return false;
      throw problem;
    }
  };
}
