import { randomFillSync } from 'node:crypto';

/**
 * Where randomness comes from: `length` fresh bytes, which are the receiver's own, to keep and to
 * overwrite. Must be fit for keys and nonces.
 */
export type Random = (length: number) => Uint8Array;

const POOL = 4096;

/**
 * The machine's own source, drawn in pages: a call into the kernel for each nonce would cost more
 * than the sealing. No byte is handed out twice, and what was handed out is wiped from the page.
 */
export function systemRandom(): Random {
  const pool = Buffer.alloc(POOL);
  let used = POOL;
  return (length) => {
    if (length > POOL) return randomFillSync(new Uint8Array(length));
    if (used + length > POOL) {
      randomFillSync(pool);
      used = 0;
    }
    const bytes = new Uint8Array(pool.subarray(used, used + length));
    pool.fill(0, used, used + length);
    used += length;
    return bytes;
  };
}
