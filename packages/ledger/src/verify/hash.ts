import { concatBytes } from '../bytes.ts';

/** SHA-256 by WebCrypto, 32 bytes. */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concatBytes(...parts)));
}

/** The hash of one entry as a leaf: SHA-256(0x00 ‖ body) (RFC 6962 §2.1). */
export function leafHash(body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(Uint8Array.of(0x00), body);
}

/** The hash of two adjacent subtrees: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(Uint8Array.of(0x01), left, right);
}
