import { LedgerError } from '../error.ts';
import type { UnverifiedNote } from './text.ts';
import type { VerifierKey } from './verifier-key.ts';

/**
 * The signatures on a note that claim to be by a key: both its name and its id match (C2SP
 * signed-note, "Signatures"). All of them must be verified. Throws `AVOW_LEDGER_SIGNATURE_MISSING`
 * when there is none, so that a loop over the answer never passes over nothing.
 */
export function signaturesBy(
  { name, keyId }: Pick<VerifierKey, 'name' | 'keyId'>,
  { signatures }: UnverifiedNote,
): readonly Uint8Array<ArrayBuffer>[] {
  const claimed = signatures.filter((line) => line.name === name && line.keyId === keyId);
  if (claimed.length === 0) throw new LedgerError('AVOW_LEDGER_SIGNATURE_MISSING', 'signatures');
  return claimed.map((line) => line.signature);
}
