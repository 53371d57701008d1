import { createHmac, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '../canonical.ts';

/**
 * The digest under which a value is found without being stored: HMAC-SHA-256, keyed, over the
 * index's name and the value. Equal values in one index have equal digests; across indexes nothing
 * can be told. 32 bytes.
 */
export function blindDigest(key: KeyObject, index: string, value: string): Uint8Array {
  const bytes = canonicalBytes('avow/blind/v1', [index, value]);
  return createHmac('sha256', key).update(bytes).digest();
}
