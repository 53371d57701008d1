import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { PartyJwk } from '../register/party.ts';

/**
 * Whether a public key is a point that it is safe to work with: on its curve, not of small order. Of
 * P-256 Node looks itself. X25519 takes any 32 bytes, but with one of small order everybody's secret is
 * the same, nothing, at which OpenSSL stops. Of Ed25519 nobody looks before a signature is checked.
 */
export function isSoundPoint(jwk: Pick<PartyJwk, 'kty' | 'crv' | 'x' | 'y'>): boolean {
  try {
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    if (jwk.crv === 'X25519') {
      diffieHellman({ privateKey: generateKeyPairSync('x25519').privateKey, publicKey: key });
    }
    return jwk.crv !== 'Ed25519' || isOnEd25519(Buffer.from(jwk.x, 'base64url'));
  } catch {
    return false;
  }
}

const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
/** The `y` of points of order 8 (and `P` less it); those of orders 1, 2 and 4 are 1, -1 and 0. */
const OF_ORDER_8 = 2707385501144840649318225287225658788936804267575313519463743609750303021540n;
const OF_SMALL_ORDER = new Set([0n, 1n, P - 1n, OF_ORDER_8, P - OF_ORDER_8]);

/** RFC 8032 §5.1.3: there is an `x` with x² = (y² - 1) / (d y² + 1), and `y` is below the prime. */
function isOnEd25519(bytes: Buffer): boolean {
  if (bytes.length !== 32) return false;
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
  if (y >= P || OF_SMALL_ORDER.has(y)) return false;
  const square = y * y;
  // A fraction is a square where the product of its parts is one (Euler's criterion).
  const product = ((square - 1n + P) * (D * square + 1n)) % P;
  return power(product, (P - 1n) / 2n) === 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let left = exponent, factor = base % P; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}
