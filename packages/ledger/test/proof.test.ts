import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  createSigner,
  EMPTY_ROOT,
  formatProof,
  generateLogKey,
  inclusionProof,
  LedgerError,
  type LogProof,
  leafHash,
  parseProof,
  rootOf,
  signCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts';
import { entries, MemoryLog } from './memory-log.ts';
import { flipBit } from './mutate.ts';

const LARGEST = 1500;
const log = MemoryLog.of(entries(LARGEST));
const roots = new Map<number, Uint8Array>();
const head = (size: number) => {
  const root = roots.get(size) ?? rootOf(size, log);
  roots.set(size, root);
  return { size, root };
};
const size = fc.oneof(
  fc.constantFrom(1, 2, 3, 255, 256, 257, 512, 1024),
  fc.integer({ min: 1, max: LARGEST }),
);
const twoSizes = fc
  .tuple(size, size)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ older: Math.min(a, b), newer: Math.max(a, b) }));
const leafIn = size.chain((n) => fc.record({ size: fc.constant(n), index: fc.nat(n - 1) }));

/** Every way to damage one hash of a proof, drop one, add one or swap two. */
function damaged(proof: readonly Uint8Array[], at: number, bit: number): Uint8Array[][] {
  const i = proof.length === 0 ? 0 : at % proof.length;
  const hash = proof[i];
  const extra = [
    [...proof, EMPTY_ROOT],
    [EMPTY_ROOT, ...proof],
    [...proof, new Uint8Array(0)],
  ];
  if (hash === undefined) return extra;
  return [
    ...extra,
    proof.with(i, flipBit(hash, bit)),
    proof.with(i, hash.subarray(1)),
    proof.toSpliced(i, 1),
    proof.toSpliced(i, 0, hash),
    ...(proof.length > 1 ? [proof.toReversed()] : []),
  ];
}

describe('inclusion proofs', () => {
  it('verify for every leaf and size', () => {
    fc.assert(
      fc.property(leafIn, ({ index, size }) => {
        const proof = inclusionProof(index, size, log);
        const leaf = leafHash(log.bodies[index]!);
        expect(verifyInclusion(leaf, index, size, proof, head(size).root)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('fail with another leaf, index, size, root or proof', () => {
    const bit = fc.nat(255);
    fc.assert(
      fc.property(leafIn, bit, fc.nat(), size, (at, flip, place, otherSize) => {
        const { index, size } = at;
        const proof = inclusionProof(index, size, log);
        const leaf = leafHash(log.bodies[index]!);
        const { root } = head(size);
        const other = place % size;
        expect(verifyInclusion(flipBit(leaf, flip), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, flipBit(root, flip))).toBe(false);
        expect(verifyInclusion(leaf, other, size, proof, root)).toBe(other === index);
        for (const wrong of damaged(proof, place, flip)) {
          expect(verifyInclusion(leaf, index, size, wrong, root)).toBe(false);
        }
        if (otherSize === size) return;
        expect(verifyInclusion(leaf, index, size, proof, head(otherSize).root)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('are false, not errors, for numbers and lengths out of range', () => {
    const leaf = leafHash(log.bodies[0]!);
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [0, 2 ** 53],
      [NaN, 1],
    ]) {
      expect(verifyInclusion(leaf, index!, size!, [], leaf)).toBe(false);
    }
    expect(verifyInclusion(new Uint8Array(0), 0, 1, [], new Uint8Array(0))).toBe(false);
  });
});

describe('consistency proofs', () => {
  it('verify between any two sizes', () => {
    fc.assert(
      fc.property(twoSizes, ({ older, newer }) => {
        const proof = consistencyProof(older, newer, log);
        expect(verifyConsistency(head(older), head(newer), proof)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('fail with another size, root or proof', () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(255), fc.nat(), size, ({ older, newer }, bit, place, other) => {
        const proof = consistencyProof(older, newer, log);
        const [first, second] = [head(older), head(newer)];
        const flipped = (tree: typeof first) => ({ ...tree, root: flipBit(tree.root, bit) });
        expect(verifyConsistency(flipped(first), second, proof)).toBe(false);
        expect(verifyConsistency(first, flipped(second), proof)).toBe(false);
        expect(verifyConsistency(second, first, proof)).toBe(false);
        expect(verifyConsistency({ ...first, root: second.root }, second, proof)).toBe(false);
        const moved = { ...first, size: other };
        if (other !== older) expect(verifyConsistency(moved, second, proof)).toBe(false);
        for (const wrong of damaged(proof, place, bit)) {
          expect(verifyConsistency(first, second, wrong)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are empty between equal trees and from the empty tree, and nothing else will do', () => {
    const empty = { size: 0, root: EMPTY_ROOT };
    expect(verifyConsistency(head(7), head(7), [])).toBe(true);
    expect(verifyConsistency(empty, head(7), [])).toBe(true);
    expect(verifyConsistency(empty, empty, [])).toBe(true);
    expect(verifyConsistency(head(7), head(7), [EMPTY_ROOT])).toBe(false);
    expect(verifyConsistency(head(7), { ...head(8), size: 7 }, [])).toBe(false);
    expect(verifyConsistency(empty, head(7), [EMPTY_ROOT])).toBe(false);
    expect(verifyConsistency({ ...head(7), size: 0 }, head(7), [])).toBe(false);
    expect(verifyConsistency(head(4), head(8), [])).toBe(false);
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(verifyConsistency(empty, { ...head(7), size }, [])).toBe(false);
    }
  });
});

describe('proof text', () => {
  const signer = createSigner('log.example/one', generateLogKey().privateKey);
  const checkpoint = signCheckpoint({ origin: signer.name, ...head(LARGEST) }, signer);
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const proofs: fc.Arbitrary<LogProof> = fc.record(
    {
      index: fc.nat(LARGEST - 1),
      hashes: fc.array(hash, { maxLength: 12 }),
      checkpoint: fc.constant(checkpoint),
      extra: fc.uint8Array({ minLength: 1, maxLength: 80 }),
    },
    { requiredKeys: ['index', 'hashes', 'checkpoint'] },
  );

  it('is the format that the standard shows', () => {
    const proof = { index: 7, hashes: [EMPTY_ROOT], checkpoint, extra: Uint8Array.of(1) };
    const head = 'c2sp.org/tlog-proof@v1\nextra AQ==\nindex 7\n';
    const hashes = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
    expect(formatProof(proof)).toBe(`${head}${hashes}\n${checkpoint}`);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(proofs, (proof) => {
        expect(parseProof(formatProof(proof))).toEqual(proof);
      }),
    );
  });

  it('has one spelling: a changed text is refused or says something else', () => {
    const edit = fc.constantFrom('', '0', ' ', '\n', 'A', '=', '\r\n', '\n\n');
    fc.assert(
      fc.property(proofs, fc.nat(), edit, (proof, at, other) => {
        const text = formatProof(proof);
        const i = at % text.length;
        const mutated = text.slice(0, i) + other + text.slice(i + 1);
        let parsed: LogProof;
        try {
          parsed = parseProof(mutated);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
          return;
        }
        expect(formatProof(parsed)).toBe(mutated);
      }),
      { numRuns: 1000 },
    );
  });

  const head7 = 'c2sp.org/tlog-proof@v1\nindex 7\n';
  it.each([
    ['another version', `c2sp.org/tlog-proof@v2\nindex 7\n\n${checkpoint}`, 'line 1'],
    ['empty extra data', `c2sp.org/tlog-proof@v1\nextra \nindex 7\n\n${checkpoint}`, 'line 2'],
    ['a leading zero', `c2sp.org/tlog-proof@v1\nindex 07\n\n${checkpoint}`, 'line 2, index'],
    ['a short hash', `${head7}AAAA\n\n${checkpoint}`, 'line 3, hash'],
    ['no checkpoint', head7, 'no blank line'],
    ['a checkpoint of no note', `${head7}\nlog.example`, 'signed note'],
    ['an index beyond it', `c2sp.org/tlog-proof@v1\nindex 1500\n\n${checkpoint}`, 'beyond'],
  ])('refuses %s and says where', (_, text, where) => {
    expect(() => parseProof(text)).toThrow(LedgerError);
    expect(() => parseProof(text)).toThrow(where);
  });
});
