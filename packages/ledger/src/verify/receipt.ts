import { equalBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { planInclusion } from '../proof/plan.ts';
import { parseProof } from '../proof/text.ts';
import { type Entry, leafOf } from './entry.ts';
import { nodeHash } from './hash.ts';
import { importVkey, openCheckpoint } from './note.ts';
import { asOutcome, type Outcome } from './outcome.ts';

/** Where a proven entry stands: its `index` in the tree of `size` leaves of the log `origin`. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly origin: string;
}

/**
 * Checks a receipt (C2SP tlog-proof, "Verifying a tlog proof"): that the log whose key is `vkey`
 * signed a checkpoint over a tree which holds this entry. Takes the proof's text and the entry's
 * body, or its leaf hash. Trusts nothing but `vkey`, which must come from elsewhere than the receipt.
 */
export function verifyReceipt(
  receipt: { readonly proofText: string; readonly vkey: string } & Entry,
): Promise<Outcome<Inclusion>> {
  return asOutcome(async () => {
    const proof = parseProof(receipt.proofText);
    const key = await importVkey(receipt.vkey);
    const { size, root, origin } = await openCheckpoint(proof.checkpoint, key);
    const computed = await foldInclusion(await leafOf(receipt), proof.index, size, proof.hashes);
    if (computed === undefined || !equalBytes(computed, root)) {
      throw new LedgerError('AVOW_LEDGER_INCLUSION_WRONG', `index ${proof.index}`);
    }
    return { index: proof.index, size, origin };
  });
}

async function foldInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  hashes: readonly Uint8Array[],
): Promise<Uint8Array | undefined> {
  const plan = planInclusion(index, size);
  if (plan === undefined || plan.length !== hashes.length) return undefined;
  let folded = leaf;
  for (const [i, hash] of hashes.entries()) {
    folded = await (plan[i] === 'left' ? nodeHash(hash, folded) : nodeHash(folded, hash));
  }
  return folded;
}
