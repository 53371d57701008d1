import { createHash } from 'node:crypto';

/**
 * RFC 6962 §2.1 written down as it stands, slow and obvious: over entries in memory, each hash
 * computed anew. The engine is tested against it.
 */

/** §2.1: MTH(D[n]). */
export function MTH(D: readonly Uint8Array[]): Uint8Array {
  const n = D.length;
  if (n === 0) return sha256();
  if (n === 1) return sha256(Uint8Array.of(0x00), D[0]!);
  const k = largestPowerOfTwoBelow(n);
  return sha256(Uint8Array.of(0x01), MTH(D.slice(0, k)), MTH(D.slice(k)));
}

/** §2.1.1: PATH(m, D[n]). */
export function PATH(m: number, D: readonly Uint8Array[]): Uint8Array[] {
  const n = D.length;
  if (n === 1) return [];
  const k = largestPowerOfTwoBelow(n);
  if (m < k) return [...PATH(m, D.slice(0, k)), MTH(D.slice(k))];
  return [...PATH(m - k, D.slice(k)), MTH(D.slice(0, k))];
}

/** §2.1.2: PROOF(m, D[n]) = SUBPROOF(m, D[n], true). */
export function PROOF(m: number, D: readonly Uint8Array[]): Uint8Array[] {
  return SUBPROOF(m, D, true);
}

function SUBPROOF(m: number, D: readonly Uint8Array[], b: boolean): Uint8Array[] {
  const n = D.length;
  if (m === n) return b ? [] : [MTH(D)];
  const k = largestPowerOfTwoBelow(n);
  if (m <= k) return [...SUBPROOF(m, D.slice(0, k), b), MTH(D.slice(k))];
  return [...SUBPROOF(m - k, D.slice(k), false), MTH(D.slice(0, k))];
}

/** "Let k be the largest power of two smaller than n (i.e., k < n <= 2k)." */
function largestPowerOfTwoBelow(n: number): number {
  let k = 1;
  while (2 * k < n) k = 2 * k;
  return k;
}

function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}
