import { equalBytes } from '../bytes.ts';
import type { Checkpoint } from '../checkpoint/text.ts';
import { LedgerError } from '../error.ts';
import { planConsistency } from '../proof/plan.ts';
import { HASH_BYTES } from '../tile/shape.ts';
import { nodeHash, sha256 } from './hash.ts';
import { importVkey, openCheckpoint } from './note.ts';
import { asOutcome, type Outcome } from './outcome.ts';

/** How a log has grown between two of its checkpoints, in leaves. */
export interface Growth {
  readonly origin: string;
  readonly olderSize: number;
  readonly newerSize: number;
}

/**
 * Checks that a log only grew between two signed checkpoints: both are signed by `vkey`, and `proof`
 * (RFC 6962 §2.1.2, hashes of 32 bytes) leads from the older root to the newer one.
 */
export function verifyConsistencyProof(claim: {
  readonly older: string;
  readonly newer: string;
  readonly proof: readonly Uint8Array[];
  readonly vkey: string;
}): Promise<Outcome<Growth>> {
  return asOutcome(async () => {
    const key = await importVkey(claim.vkey);
    const older = await openCheckpoint(claim.older, key);
    const newer = await openCheckpoint(claim.newer, key);
    if (!(await leadsTo(older, newer, claim.proof))) {
      throw new LedgerError('AVOW_LEDGER_CONSISTENCY_WRONG', `${older.size} to ${newer.size}`);
    }
    return { origin: newer.origin, olderSize: older.size, newerSize: newer.size };
  });
}

/** `verifyConsistency` of the main entry, hashing by WebCrypto. */
async function leadsTo(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (!proof.every((hash) => hash.length === HASH_BYTES)) return false;
  if (older.size === newer.size) return proof.length === 0 && equalBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && equalBytes(older.root, await sha256());
  const plan = planConsistency(older.size, newer.size);
  if (plan === undefined) return false;
  const [start, ...rest] = plan.fromOlderRoot ? [older.root, ...proof] : proof;
  if (start === undefined || rest.length !== plan.sides.length) return false;
  let olderFold = start;
  let newerFold = start;
  for (const [i, hash] of rest.entries()) {
    const isLeft = plan.sides[i] === 'left';
    if (isLeft) olderFold = await nodeHash(hash, olderFold);
    newerFold = await (isLeft ? nodeHash(hash, newerFold) : nodeHash(newerFold, hash));
  }
  return equalBytes(olderFold, older.root) && equalBytes(newerFold, newer.root);
}
