import { createCipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Of a content key for `A256GCM` (RFC 7518 §5.3), in bytes. */
const KEY = 32;
const NONCE = 12;

/** A fresh content key, to be used once. */
export function contentKey(): Uint8Array {
  return randomBytes(KEY);
}

/**
 * Seals `content` under a content key that the recipient does not have yet: a JWE in compact
 * serialisation (RFC 7516 §7.1) with `alg` `dir` and `enc` `A256GCM`; `kid` says which key opens it.
 * Written here and not by a library, since it happens inside a unit of work, where nothing may be
 * waited for; the vectors in `vectors/seals` and a foreign library hold it to the standard.
 */
export function sealedUnder(key: KeyObject | Uint8Array, kid: string, content: object): string {
  const header = base64url(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid, typ: 'JOSE' }));
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  // RFC 7516 §5.1, step 14: what is authenticated is the header as it is encoded.
  cipher.setAAD(Buffer.from(header, 'ascii'));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const parts = [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  // Where a key is used directly there is no encrypted key: the second part is empty.
  return [header, '', ...parts].join('.');
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
