import { fromBase64, toBase64 } from '../base64.ts';
import { concatBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';

/** Length in bytes of a key id; as text it is twice as many hex digits. */
export const KEY_ID_BYTES = 4;

/** Signature type 0x01: Ed25519 over the note's text (C2SP signed-note, "Signature types"). */
const ED25519 = 0x01;
const ED25519_KEY_BYTES = 32;
const NEWLINE = 0x0a;

/** A verifier key taken apart. `publicKey` is the 32 bytes of RFC 8032 §5.1.5. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** Whether a name can be a key's: not empty, no white space, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}+]+$/u.test(name) && name.isWellFormed();
}

/**
 * The verifier key as text: `<name>+<key id>+<base64 of type and key>` (C2SP signed-note, "Verifier
 * keys").
 */
export function formatVkey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/**
 * Takes a verifier key apart. Throws `AVOW_LEDGER_KEY_MALFORMED`, naming the part that is wrong.
 * That the id belongs to name and key is not checked here: that takes a hash, see `keyIdInput`.
 */
export function parseVkey(vkey: string): VerifierKey {
  // Neither name nor id holds a plus sign, base64 may: so the first two split the parts.
  const match = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(vkey);
  if (match === null) throw malformed('form');
  const [, name = '', keyId = '', base64 = ''] = match;
  if (!isKeyName(name)) throw malformed('key name');
  if (!/^[0-9a-f]{8}$/.test(keyId)) throw malformed('key id');
  const key = fromBase64(base64);
  if (key?.[0] !== ED25519 || key.length !== 1 + ED25519_KEY_BYTES) throw malformed('public key');
  return { name, keyId, publicKey: key.slice(1) };
}

/**
 * What the key id is the hash of: name ‖ 0x0A ‖ 0x01 ‖ public key (C2SP signed-note, "Ed25519
 * signatures").
 */
export function keyIdInput(name: string, publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(new TextEncoder().encode(name), Uint8Array.of(NEWLINE, ED25519), publicKey);
}

/** The key id that a SHA-256 hash of `keyIdInput` begins with, as 8 lowercase hex digits. */
export function keyIdFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, KEY_ID_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The four bytes of a key id. */
export function keyIdToBytes(keyId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: KEY_ID_BYTES }, (_, i) =>
    Number.parseInt(keyId.slice(2 * i, 2 * i + 2), 16),
  );
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_KEY_MALFORMED', where);
}
