import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '../canonical.ts';
import { VaultError } from '../fault.ts';
import type { Random } from '../port/random.ts';
import type { Value } from '../port/store.ts';

const NONCE = 12;
const TAG = 16;

/**
 * A key sealed under another: nonce (12) ‖ ciphertext ‖ tag (16), AES-256-GCM. Not RFC 3394 key
 * wrap, because that authenticates nothing but the key: here `place` (which key of whom) is bound
 * in, and a wrapped key copied to another row does not unwrap. One wrapping key may wrap 2^32 keys
 * under random nonces (NIST SP 800-38D §8.3).
 */
export function wrapKey(
  under: KeyObject,
  place: readonly Value[],
  secret: Uint8Array,
  random: Random,
): Uint8Array {
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', under, nonce);
  cipher.setAAD(canonicalBytes('avow/wrap/v1', place));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The key. Throws `AVOW_SEAL` if it was wrapped under another key or for another place, or was
 * altered.
 */
export function unwrapKey(
  under: KeyObject,
  place: readonly Value[],
  wrapped: Uint8Array,
): Uint8Array {
  if (wrapped.length <= NONCE + TAG) throw new VaultError('AVOW_SEAL', 'not a wrapped key');
  const decipher = createDecipheriv('aes-256-gcm', under, wrapped.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(canonicalBytes('avow/wrap/v1', place));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG));
  const secret = decipher.update(wrapped.subarray(NONCE, wrapped.length - TAG));
  try {
    decipher.final();
  } catch {
    throw new VaultError('AVOW_SEAL', 'a key was wrapped under another key, or altered');
  }
  return secret;
}
