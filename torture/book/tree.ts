import { createPublicKey, hash, verify } from 'node:crypto';

/**
 * The log's mathematics once more, from RFC 6962 and C2SP alone: the book-keeper believes nothing that
 * the code under torture computes.
 */

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  hash('sha256', Buffer.concat(parts), 'buffer');

/** RFC 6962 §2.1. */
export const leafHash = (body: Uint8Array): Buffer => sha256(Buffer.of(0), body);

/** A tree that grows leaf by leaf, and tells its root at any time. */
export interface Tree {
  readonly size: number;
  add(leaf: Buffer): void;
  root(): Buffer;
}

export function growTree(): Tree {
  /** Roots of full subtrees, the largest first, one for each bit of the size. */
  const peaks: { height: number; root: Buffer }[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      let root = leaf;
      let height = 0;
      while (peaks.at(-1)?.height === height) {
        root = sha256(Buffer.of(1), peaks.pop()!.root, root);
        height += 1;
      }
      peaks.push({ height, root });
      size += 1;
    },
    root() {
      const [last, ...before] = peaks.map((peak) => peak.root).reverse();
      if (last === undefined) return sha256();
      return before.reduce((right, left) => sha256(Buffer.of(1), left, right), last);
    },
  };
}

/** What a checkpoint says (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
}

/** Reads a checkpoint, if its signature (C2SP signed-note, Ed25519) is by this verifier key. */
export function readCheckpoint(note: string, vkey: string): Checkpoint | undefined {
  const [name = '', , ...rest] = vkey.trim().split('+');
  // The key's base64 may hold a plus sign itself.
  const key = Buffer.from(rest.join('+'), 'base64');
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const line = note
    .slice(end + 2)
    .split('\n')
    .find((each) => each.startsWith(`— ${name} `));
  if (end < 0 || line === undefined || key[0] !== 1) return undefined;
  const signature = Buffer.from(line.slice(`— ${name} `.length), 'base64').subarray(4);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') };
  const isSigned = verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: jwk, format: 'jwk' }),
    signature,
  );
  const [, size, root] = text.split('\n');
  return isSigned ? { size: Number(size), root: Buffer.from(root ?? '', 'base64') } : undefined;
}
