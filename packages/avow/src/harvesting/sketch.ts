/**
 * How many different ones there were, from the smallest of their hashes (Bar-Yossef et al., 2002): exact
 * up to `KEPT`, and within some three in a hundred beyond. Two sketches of the same hash make one, whatever
 * they have in common; so processes count apart and add up. Hashes are whole numbers below 2^48.
 */
export interface Sketch {
  readonly hashes: ReadonlySet<number>;
  /** The largest that still counts; beyond `KEPT` different ones it only falls. */
  readonly bound: number;
}

/** The most hashes of a sketch. */
export const KEPT = 1_024;
const SPACE = 2 ** 48;
const BYTES = 6;

export const nobodyYet: Sketch = { hashes: new Set(), bound: SPACE };

/** Whether this one would change the sketch. */
export function isNews({ hashes, bound }: Sketch, hash: number): boolean {
  return hash < bound && !hashes.has(hash);
}

export function merged(sketch: Sketch, more: Iterable<number>): Sketch {
  const all = [...new Set([...sketch.hashes, ...more])].sort((a, b) => a - b);
  if (all.length <= KEPT) return { hashes: new Set(all), bound: sketch.bound };
  return { hashes: new Set(all.slice(0, KEPT)), bound: all[KEPT - 1]! };
}

/** How many different ones, about. */
export function countOf({ hashes, bound }: Sketch): number {
  if (hashes.size < KEPT || bound === SPACE) return hashes.size;
  return Math.round(((KEPT - 1) / bound) * SPACE);
}

export function written({ hashes }: Sketch): string {
  const bytes = Buffer.alloc(hashes.size * BYTES);
  let at = 0;
  for (const hash of hashes) at = bytes.writeUIntBE(hash, at, BYTES);
  return bytes.toString('base64url');
}

export function sketchFrom(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64url');
  const hashes = new Set<number>();
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) hashes.add(bytes.readUIntBE(at, BYTES));
  // Exactly as many as are kept without one more says nothing of a bound yet: the largest is one too.
  return { hashes, bound: hashes.size < KEPT ? SPACE : Math.max(...hashes) };
}

/** The hash of a digest, as a sketch takes it. */
export function hashOf(digest: Uint8Array): number {
  return Buffer.from(digest.buffer, digest.byteOffset, BYTES).readUIntBE(0, BYTES);
}
