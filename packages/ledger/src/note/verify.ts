import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { LedgerError } from '../error.ts';
import { keyIdOf } from './key-id.ts';
import { signaturesBy } from './signatures-by.ts';
import { parseNote } from './text.ts';
import { parseVkey, type VerifierKey } from './verifier-key.ts';

/**
 * The text of a note, once every signature on it by the key `vkey` has verified (C2SP signed-note,
 * "Signatures"); signatures by other keys are passed over. Throws `AVOW_LEDGER_KEY_MALFORMED`,
 * `AVOW_LEDGER_NOTE_MALFORMED`, `AVOW_LEDGER_SIGNATURE_MISSING` or `AVOW_LEDGER_SIGNATURE_WRONG`.
 */
export function verifyNote(note: string, vkey: string): string {
  const key = parseVkey(vkey);
  const publicKey = importKey(key);
  const parsed = parseNote(note);
  const text = Buffer.from(parsed.text);
  for (const signature of signaturesBy(key, parsed)) {
    if (!verify(null, text, publicKey, signature)) {
      throw new LedgerError('AVOW_LEDGER_SIGNATURE_WRONG', 'signature');
    }
  }
  return parsed.text;
}

function importKey({ name, keyId, publicKey }: VerifierKey): KeyObject {
  if (keyIdOf(name, publicKey) !== keyId) {
    throw new LedgerError('AVOW_LEDGER_KEY_MALFORMED', 'key id');
  }
  const x = Buffer.from(publicKey).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
