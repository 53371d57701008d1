import { hash } from 'node:crypto';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, LARGEST_ENTRY } from '../tile/shape.ts';

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

// One-shot hashing needs prefix and data side by side. Everything here is synchronous, so one
// buffer serves all calls and a million leaves cost no million allocations.
const leafInput = new Uint8Array(1 + LARGEST_ENTRY);
leafInput[0] = LEAF_PREFIX;
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES);
nodeInput[0] = NODE_PREFIX;

/** The root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Uint8Array = digest(new Uint8Array(0));

/** The hash of one entry as a leaf, 32 bytes: SHA-256(0x00 ‖ body) (RFC 6962 §2.1). */
export function leafHash(body: Uint8Array): Uint8Array {
  const length = 1 + body.length;
  const input = length <= leafInput.length ? leafInput : new Uint8Array(length);
  input.set(body, 1);
  return digest(input.subarray(0, length));
}

/**
 * The hash of two adjacent subtrees, 32 bytes: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). Both
 * must be 32 bytes long, else `AVOW_LEDGER_HASH_MALFORMED`.
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(checkHash(left, 'left child'), 1);
  nodeInput.set(checkHash(right, 'right child'), 1 + HASH_BYTES);
  return digest(nodeInput);
}

/**
 * The Merkle tree hash over a power of two of hashes that lie side by side, such as the hashes of a
 * full tile. The caller's bytes are left as they are.
 */
export function foldHashes(hashes: Uint8Array): Uint8Array {
  // Not `slice`: on a Buffer that is a view, and this row is written over.
  let row: Uint8Array = new Uint8Array(hashes);
  for (let pairs = row.length / HASH_BYTES / 2; pairs >= 1; pairs /= 2) {
    for (let i = 0; i < pairs; i++) {
      nodeInput.set(row.subarray(2 * i * HASH_BYTES, (2 * i + 2) * HASH_BYTES), 1);
      // Writing over the row is safe: slot i lies within pairs that have been read already.
      writeDigest(nodeInput, row, i * HASH_BYTES);
    }
    row = row.subarray(0, pairs * HASH_BYTES);
  }
  return row.slice();
}

/** The given bytes, if they are as long as a hash; else `AVOW_LEDGER_HASH_MALFORMED`. */
export function checkHash(bytes: Uint8Array, where: string): Uint8Array {
  if (bytes.length !== HASH_BYTES) throw new LedgerError('AVOW_LEDGER_HASH_MALFORMED', where);
  return bytes;
}

function digest(input: Uint8Array): Uint8Array {
  const out = new Uint8Array(HASH_BYTES);
  writeDigest(input, out, 0);
  return out;
}

function writeDigest(input: Uint8Array, out: Uint8Array, offset: number): void {
  // A latin1 string comes back twice as fast as a Buffer does: no backing store is allocated for it.
  const latin1 = hash('sha256', input, 'latin1');
  for (let i = 0; i < HASH_BYTES; i++) out[offset + i] = latin1.charCodeAt(i);
}
