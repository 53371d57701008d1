import type { Checkpoint } from '../checkpoint/text.ts';
import { importVkey, openCheckpoint } from './note.ts';
import { asOutcome, type Outcome } from './outcome.ts';

/** Checks that the log whose key is `vkey` signed this checkpoint, and answers what it says. */
export function verifyCheckpoint(signed: {
  readonly note: string;
  readonly vkey: string;
}): Promise<Outcome<Pick<Checkpoint, 'origin' | 'size' | 'root'>>> {
  return asOutcome(async () => {
    const { origin, size, root } = await openCheckpoint(signed.note, await importVkey(signed.vkey));
    return { origin, size, root };
  });
}
