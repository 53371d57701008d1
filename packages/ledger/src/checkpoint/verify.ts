import { LedgerError } from '../error.ts';
import { parseVkey } from '../note/verifier-key.ts';
import { verifyNote } from '../note/verify.ts';
import { type Checkpoint, parseCheckpoint } from './text.ts';

/**
 * The checkpoint that a signed note holds, once the note is verified with `vkey` and its origin is
 * the key's name: a key speaks for the log it is named after and for no other. Throws what
 * `verifyNote` and `parseCheckpoint` throw, and `AVOW_LEDGER_ORIGIN_WRONG`.
 */
export function verifyCheckpoint(note: string, vkey: string): Checkpoint {
  const checkpoint = parseCheckpoint(verifyNote(note, vkey));
  if (checkpoint.origin !== parseVkey(vkey).name) {
    throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'line 1, origin');
  }
  return checkpoint;
}
