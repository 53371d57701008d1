import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** What a file of any size is known by. */
interface Digested {
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly sha256: string;
}

/** Reads a file in pieces; each is handed to `take`, if given, before the next is read. */
export async function digestOf(
  path: string,
  take: (piece: Buffer) => Promise<unknown> = async () => undefined,
): Promise<Digested> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
    await take(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Copies a file to a new one that its owner alone may read, on stable storage when it resolves, and
 * digests exactly the bytes that it wrote.
 */
export async function copyDigested(from: string, to: string): Promise<Digested> {
  const file = await open(to, 'wx', 0o600);
  try {
    const digested = await digestOf(from, (piece) => file.writeFile(piece));
    await file.sync();
    return digested;
  } finally {
    await file.close();
  }
}
