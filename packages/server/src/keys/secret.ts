import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Names a key, in logs and answers; says nothing of its secret. 16 hexadecimal digits. */
export type KeyId = string & { readonly __key: never };

/** A key as its holder sends it: `avk_<id>_<secret>`. */
export interface Presented {
  readonly id: KeyId;
  readonly secret: string;
}

const form = /^avk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** A new key: 64 random bits name it, 256 random bits are its secret. */
export function newKey(): Presented & { readonly key: string } {
  const id = randomBytes(8).toString('hex') as KeyId;
  const secret = randomBytes(32).toString('base64url');
  return { id, secret, key: `avk_${id}_${secret}` };
}

export function parseKey(key: string): Presented | undefined {
  const found = form.exec(key);
  return found ? { id: found[1] as KeyId, secret: found[2] ?? '' } : undefined;
}

/**
 * What is kept of a secret: its SHA-256. A slow hash protects passwords, because people choose them
 * from a space that can be searched. Nobody searches 2^256 random secrets at any speed, so a slow
 * hash would add nothing here but a way to keep the server busy.
 */
export function digestOf(secret: string): Uint8Array {
  return hash('sha256', secret, 'buffer');
}

/** Compares in constant time, so that an answer's delay tells nothing of the digest. */
export function sameDigest(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
