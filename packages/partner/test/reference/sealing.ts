import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { encryptedTo } from '../../../avow/src/disclosures/encrypted-to.ts';
import { sealedUnder } from '../../../avow/src/disclosures/jwe.ts';

/** What a platform says inside of what it seals: face/disclosures.ts of `avow` has the contract. */
export interface SealedClaims {
  readonly disclosure: string;
  readonly iss: string;
  readonly aud: string;
  readonly iat: number;
  readonly purpose: string;
  readonly order: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Header {
  readonly alg?: string;
  readonly enc?: string;
  readonly kid?: string;
  readonly zip?: string;
}

/** A seal as the platform makes it; with another `header`, one that no platform should make. */
export async function seal(claims: object, key: JWK, header?: Header): Promise<string> {
  const { disclosure } = claims as Pick<SealedClaims, 'disclosure'>;
  if (header === undefined)
    return sealedUnder(Buffer.from(key.k!, 'base64url'), disclosure, claims);
  const { alg = 'dir', enc = 'A256GCM', kid = disclosure } = header;
  return encrypted(claims, await importJWK(key, alg === 'dir' ? enc : alg), { alg, enc, kid });
}

export interface GrantedClaims {
  readonly disclosure: string;
  readonly iss: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly key: JWK;
}

/** An opening as the platform grants it, and as none should. */
export async function grant(claims: object, to: JWK, header?: Header): Promise<string> {
  const { d: _, ...half } = to;
  if (header === undefined) return encryptedTo(half as Parameters<typeof encryptedTo>[0], claims);
  const { alg = 'ECDH-ES+A256KW', enc = 'A256GCM', kid = to.kid! } = header;
  return encrypted(claims, await importJWK(half, alg), { alg, enc, kid });
}

const encrypted = (
  claims: object,
  key: Awaited<ReturnType<typeof importJWK>>,
  header: { readonly alg: string; readonly enc: string; readonly kid: string },
) =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .encrypt(key);

/** The same text with one bit of the `part`th of its five parts the other way round. */
export function altered(jwe: string, part: 1 | 3 | 4): string {
  const parts = jwe.split('.');
  const bytes = Buffer.from(parts[part]!, 'base64url');
  bytes[0]! ^= 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

/** The same with another name in its header, which its tag no longer covers. */
export function relabelled(jwe: string, header: Header): string {
  const [first = '', ...rest] = jwe.split('.');
  const said = JSON.parse(Buffer.from(first, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...said, ...header })).toString('base64url');
  return [changed, ...rest].join('.');
}
