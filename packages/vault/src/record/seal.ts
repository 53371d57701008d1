import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { VaultError } from '../fault.ts';
import type { Random } from '../port/random.ts';

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. */
const AES_256_GCM = 0x01;
const NONCE = 12;
const TAG = 16;
const BUCKET = 32;

/**
 * Seals `content` so that it opens only with this key and this `context` (canonical bytes,
 * authenticated and not stored). Shape: algorithm byte 0x01 ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 * The content is padded to a multiple of 32 bytes, so that a name or a telephone number is not told
 * by its length.
 */
export function seal(
  key: KeyObject,
  context: Uint8Array,
  content: Uint8Array,
  random: Random,
): Uint8Array {
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(context);
  const padded = pad(content);
  const sealed = new Uint8Array(1 + NONCE + padded.length + TAG);
  sealed[0] = AES_256_GCM;
  sealed.set(nonce, 1);
  sealed.set(cipher.update(padded), 1 + NONCE);
  cipher.final();
  sealed.set(cipher.getAuthTag(), sealed.length - TAG);
  return sealed;
}

/** Whether these bytes have the shape that `seal` gives. Says nothing of key or context. */
export function isSealed(bytes: Uint8Array): boolean {
  const padded = bytes.length - (1 + NONCE + TAG);
  return bytes[0] === AES_256_GCM && padded >= BUCKET && padded % BUCKET === 0;
}

/** The content that was sealed. Throws `AVOW_SEAL` if key, context or a single bit is another. */
export function unseal(key: KeyObject, context: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (sealed[0] !== AES_256_GCM || sealed.length < 1 + NONCE + BUCKET + TAG) throw broken();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const padded = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    throw broken();
  }
  return unpad(padded);
}

function broken(): VaultError {
  return new VaultError('AVOW_SEAL', 'sealed under another key or for another row, or altered');
}

/** ISO/IEC 7816-4 padding: 0x80, then zeros up to a whole number of buckets. */
function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(content.length / BUCKET) + 1) * BUCKET);
  padded.set(content);
  padded[content.length] = 0x80;
  return padded;
}

function unpad(padded: Uint8Array): Uint8Array {
  const end = padded.lastIndexOf(0x80);
  return new Uint8Array(padded.subarray(0, end));
}
