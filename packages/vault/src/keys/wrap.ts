import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { canonicalBytes } from '../canonical.ts';
import { VaultError } from '../fault.ts';
import type { Random } from '../port/random.ts';
import type { Value } from '../port/store.ts';

const NONCE = 12;
const TAG = 16;

/** A wrapping with a number in front begins with this byte. */
const NUMBERED = 0x02;
const HEADER = 5;
/** Every key that is wrapped is a whole number of these: 32 bytes, or 48 of an Ed25519 PKCS #8. */
const BLOCK = 16;

/** A key that others are wrapped under, and which of its line it is. */
interface Wrapping {
  readonly number: number;
  readonly key: KeyObject;
}

/**
 * A key wrapped so that one can tell under which: 0x02 ‖ number (4, big-endian) ‖ as in
 * {@link wrapKey}, with the number bound in. Under the first of a line it is `wrapKey` alone: so
 * wrapped every program before there were numbers, and a key store that was never rotated is one
 * that those can read.
 */
export function wrapNumbered(
  { number, key }: Wrapping,
  place: readonly Value[],
  secret: Uint8Array,
  random: Random,
): Uint8Array {
  if (secret.length % BLOCK !== 0) throw new RangeError('a key is a whole number of blocks');
  if (number === 1) return wrapKey(key, place, secret, random);
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(NUMBERED);
  header.writeUInt32BE(number, 1);
  return Buffer.concat([header, wrapKey(key, [...place, number], secret, random)]);
}

/** As {@link unwrapKey}, for what {@link wrapNumbered} has wrapped under this very key. */
export function unwrapNumbered(
  { number, key }: Wrapping,
  place: readonly Value[],
  wrapped: Uint8Array,
): Uint8Array {
  return number === 1
    ? unwrapKey(key, place, wrapped)
    : unwrapKey(key, [...place, number], wrapped.subarray(HEADER));
}

/** The number of the key that this was wrapped under. Its length tells whether one is in front. */
export function numberOf(wrapped: Uint8Array): number {
  if ((wrapped.length - NONCE - TAG) % BLOCK === 0) return 1;
  if (wrapped[0] !== NUMBERED || wrapped.length < HEADER) {
    throw new VaultError('AVOW_SEAL', 'not a wrapped key');
  }
  return Buffer.from(wrapped.buffer, wrapped.byteOffset).readUInt32BE(1);
}

/**
 * A key sealed under another: nonce (12) ‖ ciphertext ‖ tag (16), AES-256-GCM. Not RFC 3394 key
 * wrap, because that authenticates nothing but the key: here `place` (which key of whom) is bound
 * in, and a wrapped key copied to another row does not unwrap. One wrapping key may wrap 2^32 keys
 * under random nonces (NIST SP 800-38D §8.3).
 *
 * The bytes of `secret` are overwritten: whoever wraps a key has no more use for it in the clear.
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
  const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  secret.fill(0);
  return sealed;
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
