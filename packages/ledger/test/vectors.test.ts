import { describe, expect, it } from 'vitest';
import vectors from '../../../vectors/ledger/rfc6962.json' with { type: 'json' };
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts';
import { MemoryLog } from './memory-log.ts';
import { MTH, PATH, PROOF } from './reference/rfc6962.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const leaves = vectors.leaves.map(bytes);
const roots = vectors.roots.map(bytes);
const log = MemoryLog.of(leaves);
const head = (size: number) => ({ size, root: roots[size - 1]! });

describe('the reference tree of Certificate Transparency', () => {
  it('has the published roots', () => {
    expect(EMPTY_ROOT).toEqual(bytes(vectors.emptyRoot));
    for (const [i, root] of roots.entries()) {
      expect(rootOf(i + 1, log)).toEqual(root);
      expect(MTH(leaves.slice(0, i + 1))).toEqual(root);
    }
  });

  it.each(vectors.inclusion)('proves leaf $index in $size', ({ index, size, proof }) => {
    const hashes = proof.map(bytes);
    expect(inclusionProof(index, size, log)).toEqual(hashes);
    expect(PATH(index, leaves.slice(0, size))).toEqual(hashes);
    const leaf = leafHash(leaves[index]!);
    expect(verifyInclusion(leaf, index, size, hashes, roots[size - 1]!)).toBe(true);
  });

  it.each(vectors.consistency)('proves $older in $newer', ({ older, newer, proof }) => {
    const hashes = proof.map(bytes);
    expect(consistencyProof(older, newer, log)).toEqual(hashes);
    expect(PROOF(older, leaves.slice(0, newer))).toEqual(hashes);
    expect(verifyConsistency(head(older), head(newer), hashes)).toBe(true);
  });
});
