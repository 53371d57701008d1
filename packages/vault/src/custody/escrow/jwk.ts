import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { VaultError } from '../../fault.ts';

/** How the key to the content is agreed with a recipient (RFC 7518 §4.6). */
export const AGREEMENT = 'ECDH-ES+A256KW';

/** A key of a holder of an escrow, with the name it has in it: its RFC 7638 thumbprint. */
export interface HolderKey {
  readonly thumbprint: string;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

/**
 * Reads a public key to escrow to: a JWK (RFC 7517) on P-256, P-384, P-521 or X25519. `AVOW_ESCROW`
 * if it is none, or a private one, which nobody but its holder should have.
 */
export async function readPublicKey(text: string, file: string): Promise<HolderKey> {
  const jwk = parse(text, file);
  if (jwk.d !== undefined) {
    throw new VaultError(
      'AVOW_ESCROW',
      `${file} holds a private key; ask its holder for the public`,
    );
  }
  return read(jwk, file);
}

/** Reads the private key of a holder, likewise. */
export async function readPrivateKey(text: string, file: string): Promise<HolderKey> {
  const jwk = parse(text, file);
  if (jwk.d === undefined) throw new VaultError('AVOW_ESCROW', `${file} holds no private key`);
  return read(jwk, file);
}

async function read(jwk: JWK, file: string): Promise<HolderKey> {
  try {
    return {
      thumbprint: await calculateJwkThumbprint(jwk),
      key: await importJWK({ ...jwk, ext: false }, AGREEMENT),
    };
  } catch {
    // What it says could hold what was handed to it.
    throw new VaultError('AVOW_ESCROW', `${file} holds no key for ECDH-ES; make one on P-256`);
  }
}

function parse(text: string, file: string): JWK {
  try {
    const jwk: unknown = JSON.parse(text);
    const { kty, crv } = jwk as JWK;
    const isFit =
      (kty === 'EC' && ['P-256', 'P-384', 'P-521'].includes(String(crv))) ||
      (kty === 'OKP' && crv === 'X25519');
    if (isFit) return jwk as JWK;
  } catch {
    // Told below, with what else can be wrong.
  }
  throw new VaultError(
    'AVOW_ESCROW',
    `${file} is no JWK on P-256, P-384, P-521 or X25519; an escrow needs one`,
  );
}
