import { createSecretKey, type KeyObject } from 'node:crypto';

/**
 * A key object of these bytes, which are overwritten: from then on the key lies outside the memory that
 * a heap snapshot shows, and in one place.
 */
export function secretKeyOf(bytes: Uint8Array): KeyObject {
  try {
    return createSecretKey(bytes);
  } finally {
    bytes.fill(0);
  }
}
