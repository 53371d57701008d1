import { hash } from 'node:crypto';
import {
  append,
  auditTree,
  createSigner,
  generateLogKey,
  HASH_BYTES,
  inclusionProof,
  leafHash,
  signCheckpoint,
  verifyInclusion,
} from '@avow/ledger';
import { generator } from '../generator.ts';
import { type Contestant, WrongAnswer } from '../rounds.ts';

/** Leaves appended at a time. */
const CHUNK = 65_536;
const PROOFS = 1_000;

/** A tree built straight from tiles, held in memory: of each tile its newest state. */
export class Tree {
  readonly #tiles = new Map<string, Uint8Array>();
  readonly #entry: Buffer;
  readonly size: number;
  root: Uint8Array = new Uint8Array(0);

  /** A tree of `size` entries of `length` bytes, which differ in their first eight. */
  constructor(size: number, length: number) {
    this.size = size;
    this.#entry = Buffer.alloc(length, 0x61);
    for (let from = 0; from < size; from += CHUNK) {
      const count = Math.min(CHUNK, size - from);
      const leaves = Array.from({ length: count }, (_, at) => this.leaf(from + at));
      const { tiles, root } = append({ size: from }, this, leaves);
      for (const { level, n, hashes } of tiles) this.#tiles.set(`${level}/${n}`, hashes);
      this.root = root;
    }
  }

  /** The body of an entry, valid until the next call: a million of them need not lie in memory. */
  body(index: number): Uint8Array {
    this.#entry.writeDoubleBE(index);
    return this.#entry;
  }

  leaf(index: number): Uint8Array {
    return leafHash(this.body(index));
  }

  tile(level: number, n: number): Uint8Array | undefined {
    return this.#tiles.get(`${level}/${n}`);
  }

  *entries(): Iterable<Uint8Array> {
    for (let index = 0; index < this.size; index++) yield this.body(index);
  }
}

/** Verifying a whole log: signature, every leaf, every tile, the root. */
export function verifyAll(tree: Tree): Contestant {
  const signer = createSigner('bench.example/avow', generateLogKey().privateKey);
  const checkpoint = signCheckpoint(
    { origin: signer.name, size: tree.size, root: tree.root },
    signer,
  );
  return {
    name: 'verifying',
    unit: 's',
    round() {
      const start = performance.now();
      const outcome = auditTree({
        checkpoint,
        vkey: signer.vkey,
        tiles: tree,
        entries: tree.entries(),
      });
      const elapsed = performance.now() - start;
      if (!outcome.ok) throw new WrongAnswer(`the audit found ${outcome.failure.kind}`);
      return elapsed / 1_000;
    },
  };
}

/** The hashing alone that this takes: as many leaves, and as many nodes above them. */
export function hashAll(count: number, length: number): Contestant {
  const leaf = Buffer.alloc(1 + length, 0x61);
  const node = Buffer.alloc(1 + 2 * HASH_BYTES, 0x61);
  return {
    name: 'SHA-256 alone',
    unit: 's',
    round() {
      const start = performance.now();
      for (let at = 0; at < count; at++) {
        leaf.writeDoubleBE(at, 1);
        hash('sha256', leaf, 'buffer');
        hash('sha256', node, 'buffer');
      }
      return (performance.now() - start) / 1_000;
    },
  };
}

/** Making one inclusion proof, over entries all across the tree; each is verified, outside the time. */
export function proveSome(tree: Tree): Contestant {
  const draw = generator(7);
  return {
    name: 'a proof',
    unit: 'µs',
    round() {
      const indices = Array.from({ length: PROOFS }, () => draw.below(tree.size));
      const start = performance.now();
      const proofs = indices.map((index) => inclusionProof(index, tree.size, tree));
      const elapsed = performance.now() - start;
      for (const [at, index] of indices.entries()) {
        const isProof = verifyInclusion(tree.leaf(index), index, tree.size, proofs[at]!, tree.root);
        if (!isProof) throw new WrongAnswer(`the proof of entry ${index} does not hold`);
      }
      return (elapsed * 1_000) / PROOFS;
    },
  };
}
