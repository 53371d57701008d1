import { beginIndexRotation } from '@avow/vault';
import { type CustodyPlaces, openKeyring } from './open.ts';

/**
 * Puts a new key of the blind indexes beside the old one; `earlier`: that was done before. No server may
 * be running, on PostgreSQL neither (`AVOW_LOCKED`). Whoever opens the deployment next makes every
 * keyed hash anew: `custody.resume`, or a server while it serves.
 */
export async function beginIndexKey(
  places: Pick<CustodyPlaces, 'data' | 'keys' | 'keyring'>,
): Promise<'now' | 'earlier'> {
  const keyring = await openKeyring(places.keyring, places);
  return beginIndexRotation({ keys: places.keys, keyring });
}
