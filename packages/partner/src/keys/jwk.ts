import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { PartnerError } from '../error.ts';
import { algorithms } from '../seal/header.ts';
import type { PartyKeys } from './keys.ts';
import { keysOfWeb, type NamedKey, type SigningAlgorithm } from './web.ts';

/** A party's private keys as JWKs (RFC 7517), the newest first: what a file or a secret store keeps. */
export interface PrivateJwks {
  readonly encryption: readonly JWK[];
  readonly signing: JWK;
}

/** The port over private JWKs. Throws `AVOW_PARTNER_INPUT`, with `where`, for a key that is none. */
export async function keysOfJwks({ encryption, signing }: PrivateJwks): Promise<PartyKeys> {
  if (encryption.length === 0) throw wrong('encryption');
  const opening = await Promise.all(encryption.map((jwk) => opener(jwk)));
  const alg = signingAlgorithm(signing);
  return keysOfWeb({
    encryption: opening,
    signing: { ...(await named(signing, alg, 'signing')), alg },
  });
}

function opener(jwk: JWK): Promise<NamedKey> {
  const isFit =
    (jwk.kty === 'EC' && jwk.crv === 'P-256') || (jwk.kty === 'OKP' && jwk.crv === 'X25519');
  if (!isFit) throw wrong('encryption');
  return named(jwk, algorithms.key.alg, 'encryption');
}

/** What a signing key signs with: its curve decides, nothing else is asked. */
function signingAlgorithm({ kty, crv }: JWK): SigningAlgorithm {
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA';
  throw wrong('signing');
}

async function named(jwk: JWK, alg: string, where: string): Promise<NamedKey> {
  if (typeof jwk.d !== 'string') throw wrong(where);
  try {
    const key = await importJWK(jwk, alg);
    // Octets come of symmetric keys alone, which the curve has ruled out.
    if (!(key instanceof Uint8Array)) return { kid: await calculateJwkThumbprint(jwk), key };
  } catch {
    // Told below, without the key.
  }
  throw wrong(where);
}

const wrong = (where: string) => new PartnerError('AVOW_PARTNER_INPUT', { where });
