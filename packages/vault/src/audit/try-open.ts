import { isFault } from '../fault.ts';
import { keyRowsOf, placeOf } from '../keys/key-rows.ts';
import { secretKeyOf } from '../keys/secret-key.ts';
import { readSecrets } from '../keys/secrets.ts';
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
    const [key] = await keyRowsOf(keys, row.person, ({ id }) => id === row.key);
    if (key === undefined) return false;
    try {
      const secret = secretKeyOf(region.unwrap(placeOf(key), key.wrapped));
      unseal(secret, recordContext(row), row.sealed);
      return true;
    } catch (problem) {
      if (isFault(problem, 'AVOW_SEAL')) return false;
      throw problem;
    }
  };
}
