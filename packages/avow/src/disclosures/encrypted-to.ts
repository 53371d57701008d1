import { CompactEncrypt, importJWK } from 'jose';
import type { PartyJwk } from '../register/party.ts';

const ALG = 'ECDH-ES+A256KW';

/**
 * JSON that only the holder of a key can read: a JWE in compact serialisation, `ECDH-ES+A256KW` and
 * `A256GCM` (RFC 7518 §4.6), with the key's `kid`.
 */
export async function encryptedTo(jwk: PartyJwk, content: object): Promise<string> {
  const { kid } = jwk;
  return new CompactEncrypt(Buffer.from(JSON.stringify(content), 'utf8'))
    .setProtectedHeader({ alg: ALG, enc: 'A256GCM', kid, typ: 'JOSE' })
    .encrypt(await importJWK(jwk, ALG));
}
