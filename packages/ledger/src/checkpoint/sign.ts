import { LedgerError } from '../error.ts';
import type { NoteSigner } from '../note/sign.ts';
import { type Checkpoint, formatCheckpoint } from './text.ts';

/**
 * A checkpoint as a signed note (C2SP tlog-checkpoint, "Signatures"). The signer's name must be the
 * checkpoint's origin, else `AVOW_LEDGER_ORIGIN_WRONG`. Whoever calls this must never sign two
 * checkpoints between which no consistency proof exists.
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  if (checkpoint.origin !== signer.name)
    throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'origin');
  return signer.sign(formatCheckpoint(checkpoint));
}
