import { equalBytes } from '../bytes.ts';
import { parseCheckpoint } from '../checkpoint/text.ts';
import { LedgerError } from '../error.ts';
import { parseNote } from '../note/text.ts';
import { planInclusion, type Side } from '../proof/plan.ts';
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
    const leaf = await leafOf(receipt);
    const folds = await foldInclusion(leaf, proof.index, size, proof.hashes);
    if (folds === undefined || !equalBytes(folds.at(-1)?.node ?? leaf, root)) {
      throw new LedgerError('AVOW_LEDGER_INCLUSION_WRONG', `index ${proof.index}`);
    }
    return { index: proof.index, size, origin };
  });
}

/** One step from an entry to the root: a hash of the proof, the side it stands on, and what the two make. */
export interface Fold {
  readonly side: Side;
  readonly neighbour: Uint8Array;
  readonly node: Uint8Array;
}

/**
 * The hashes that `verifyReceipt` passes through, for whoever shows them: from the entry's own on, whether or
 * not they come to the root that was signed. Fails where the proof does not even have the form of a path.
 */
export function traceReceipt(
  receipt: { readonly proofText: string } & Entry,
): Promise<Outcome<{ readonly leaf: Uint8Array; readonly folds: readonly Fold[] }>> {
  return asOutcome(async () => {
    const { index, hashes, checkpoint } = parseProof(receipt.proofText);
    const { size } = parseCheckpoint(parseNote(checkpoint).text);
    const leaf = await leafOf(receipt);
    const folds = await foldInclusion(leaf, index, size, hashes);
    if (folds === undefined) throw new LedgerError('AVOW_LEDGER_INCLUSION_WRONG', `index ${index}`);
    return { leaf, folds };
  });
}

async function foldInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  hashes: readonly Uint8Array[],
): Promise<readonly Fold[] | undefined> {
  const plan = planInclusion(index, size);
  if (plan === undefined || plan.length !== hashes.length) return undefined;
  const folds: Fold[] = [];
  let folded = leaf;
  for (const [i, neighbour] of hashes.entries()) {
    const side = plan[i]!;
    const node = await (side === 'left'
      ? nodeHash(neighbour, folded)
      : nodeHash(folded, neighbour));
    folds.push({ side, neighbour, node });
    folded = node;
  }
  return folds;
}
