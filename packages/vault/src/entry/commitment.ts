import { createHmac } from 'node:crypto';
import { canonicalBytes } from '../canonical.ts';

/** Bytes of the nonce that hides a commitment. */
export const NONCE_BYTES = 32;

/** What a commitment binds: of whom and what an entry speaks, and when exactly (epoch ms). */
export interface Committed {
  readonly person: string;
  readonly party: string | null;
  readonly evidence: readonly string[];
  readonly at: number;
}

/**
 * HMAC-SHA-256 under a fresh random nonce over the canonical bytes of what is committed to: 32
 * bytes. Without the nonce it tells nothing, not even to one who can guess all the rest; with it
 * nothing else can be claimed.
 */
export function commitment(nonce: Uint8Array, committed: Committed): Uint8Array {
  const { person, party, evidence, at } = committed;
  const bytes = canonicalBytes('avow/commitment/v1', [person, party, at, ...evidence]);
  return createHmac('sha256', nonce).update(bytes).digest();
}
