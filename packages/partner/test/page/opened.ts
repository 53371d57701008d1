import { isPartnerFault, keysOfJwks } from '../../src/index.ts';
import { openContent } from '../../src/seal/content.ts';
import { openContentKey } from '../../src/seal/content-key.ts';
import type { Found, Given } from '../vectors.ts';

/** Opens a vector as the kit opens what it was granted. Runs in Node, and in a page as it is. */
export async function opened(given: Given): Promise<Found> {
  const { issuer, party, disclosure, sealed, granted, at } = given;
  const expected = { issuer, party, disclosure };
  try {
    const keys = await keysOfJwks(given.keys);
    const { key, lasts } = await openContentKey(granted, keys, expected, at);
    return { values: await openContent(sealed, key, expected), lasts };
  } catch (fault) {
    if (!isPartnerFault(fault)) throw fault;
    return { code: fault.code, where: fault.where ?? null };
  }
}
