import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { LedgerError } from '../error.ts';
import { keyIdOf } from './key-id.ts';
import { formatNote } from './text.ts';
import { formatVkey, isKeyName } from './verifier-key.ts';

/** An Ed25519 key pair of a log, as key objects: the private key is exported only on purpose. */
export interface LogKeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Signs texts in the name of one log. `keyId` is 8 hex digits; `vkey` is what verifiers are given. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: string;
  readonly vkey: string;
  /** The text as a signed note. Throws `AVOW_LEDGER_NOTE_MALFORMED` for a text no note can hold. */
  sign(text: string): string;
}

/** A new random key pair for a log: Ed25519 (RFC 8032). */
export function generateLogKey(): LogKeyPair {
  return generateKeyPairSync('ed25519');
}

/**
 * A signer under a key name, for a log its origin (C2SP signed-note, "Ed25519 signatures"). Throws
 * `AVOW_LEDGER_KEY_MALFORMED` for a name with white space or a plus sign, and for a key that is not
 * a private Ed25519 key.
 */
export function createSigner(name: string, privateKey: KeyObject): NoteSigner {
  if (!isKeyName(name)) throw new LedgerError('AVOW_LEDGER_KEY_MALFORMED', 'key name');
  const publicKey = rawPublicKey(privateKey);
  const keyId = keyIdOf(name, publicKey);
  return {
    name,
    keyId,
    vkey: formatVkey({ name, keyId, publicKey }),
    sign: (text) => {
      const signature = Uint8Array.from(sign(null, Buffer.from(text), privateKey));
      return formatNote({ text, signatures: [{ name, keyId, signature }] });
    },
  };
}

function rawPublicKey(privateKey: KeyObject): Uint8Array<ArrayBuffer> {
  const isEd25519 = privateKey.type === 'private' && privateKey.asymmetricKeyType === 'ed25519';
  if (!isEd25519) throw new LedgerError('AVOW_LEDGER_KEY_MALFORMED', 'private key');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Uint8Array.from(Buffer.from(x, 'base64url'));
}
