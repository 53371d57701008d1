import { type Checkpoint, parseCheckpoint } from '../checkpoint/text.ts';
import { LedgerError } from '../error.ts';
import { signaturesBy } from '../note/signatures-by.ts';
import { parseNote } from '../note/text.ts';
import { keyIdFromBytes, keyIdInput, parseVkey, type VerifierKey } from '../note/verifier-key.ts';
import { sha256 } from './hash.ts';

/** A key that has been checked and imported, and the name of the log it speaks for. */
interface LogKey extends Pick<VerifierKey, 'name' | 'keyId'> {
  readonly publicKey: CryptoKey;
}

/**
 * Imports a verifier key into WebCrypto, once its id is the hash of its name and key. Rejects with
 * `AVOW_LEDGER_KEY_MALFORMED`, and with `AVOW_LEDGER_UNSUPPORTED` where WebCrypto or its Ed25519 is
 * not to be had.
 */
export async function importVkey(vkey: string): Promise<LogKey> {
  // Browsers offer WebCrypto to secure contexts only: HTTPS or localhost.
  if (!globalThis.crypto?.subtle) throw new LedgerError('AVOW_LEDGER_UNSUPPORTED', 'WebCrypto');
  const { name, keyId, publicKey } = parseVkey(vkey);
  if (keyIdFromBytes(await sha256(keyIdInput(name, publicKey))) !== keyId) {
    throw new LedgerError('AVOW_LEDGER_KEY_MALFORMED', 'key id');
  }
  return { name, keyId, publicKey: await importEd25519(publicKey) };
}

/**
 * The text of a note once every signature on it by `key` has verified, as `verifyNote` in the main
 * entry.
 */
export async function openNote(note: string, key: LogKey): Promise<string> {
  const parsed = parseNote(note);
  const text = new TextEncoder().encode(parsed.text);
  for (const signature of signaturesBy(key, parsed)) {
    if (!(await crypto.subtle.verify('Ed25519', key.publicKey, signature, text))) {
      throw new LedgerError('AVOW_LEDGER_SIGNATURE_WRONG', 'signature');
    }
  }
  return parsed.text;
}

/** The checkpoint in a signed note, as `verifyCheckpoint` in the main entry. */
export async function openCheckpoint(note: string, key: LogKey): Promise<Checkpoint> {
  const checkpoint = parseCheckpoint(await openNote(note, key));
  if (checkpoint.origin !== key.name) {
    throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'line 1, origin');
  }
  return checkpoint;
}

async function importEd25519(publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  } catch (error) {
    const isUnknown = error instanceof DOMException && error.name === 'NotSupportedError';
    throw isUnknown ? new LedgerError('AVOW_LEDGER_UNSUPPORTED', 'Ed25519') : error;
  }
}
