import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Names a key, in logs and answers; says nothing of its secret. 16 hexadecimal digits. */
export type KeyId = string & { readonly __key: never };

/** A key as its holder sends it: `avk_<id>_<secret>`. */
export interface Presented {
  readonly id: KeyId;
  readonly secret: string;
}

/** A new key: 64 random bits name it, 256 random bits are its secret. */
export function newKey(): Presented & { readonly key: string } {
  const { id, secret } = random();
  return { id: id as KeyId, secret, key: `avk_${id}_${secret}` };
}

export function parseKey(key: string): Presented | undefined {
  const found = parsed('avk', key);
  return found && { id: found.id as KeyId, secret: found.secret };
}

/** A new token of a party: `avt_<id>_<secret>`, made as a key is. */
export function newToken(): Parts & { readonly token: string } {
  const { id, secret } = random();
  return { id, secret, token: `avt_${id}_${secret}` };
}

export function parseToken(token: string): Parts | undefined {
  return parsed('avt', token);
}

interface Parts {
  readonly id: string;
  readonly secret: string;
}

function random(): Parts {
  return { id: randomBytes(8).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

function parsed(kind: 'avk' | 'avt', presented: string): Parts | undefined {
  const [, name, id, secret] = /^(av.)_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/.exec(presented) ?? [];
  return name === kind && id !== undefined && secret !== undefined ? { id, secret } : undefined;
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
