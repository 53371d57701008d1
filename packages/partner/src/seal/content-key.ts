import { base64url } from 'jose';
import { PartnerError } from '../error.ts';
import type { PartyKeys } from '../keys/keys.ts';
import { type Claims, claimsOf, type Expected, secondsIn } from './claims.ts';
import { kidOf } from './header.ts';

/** The longest that an opening runs, in seconds; a key that claims more is none of ours. */
export const LONGEST_OPENING = 60;
const KEY_BYTES = 32;

/** A content key that was granted, and for how long. */
interface ContentKey {
  readonly key: CryptoKey;
  /** Milliseconds from `at` on that it may be used for. */
  readonly lasts: number;
}

/**
 * Opens the content key that an opening granted: for one of this party's keys, of this disclosure, and not
 * over at `at`, the platform's time (milliseconds since 1970). `exp` and `iat` are both the
 * platform's, so a wrong clock here neither lengthens an opening nor shortens it.
 */
export async function openContentKey(
  jwe: string,
  keys: Pick<PartyKeys, 'decrypt'>,
  expected: Expected,
  at: number,
): Promise<ContentKey> {
  const kid = kidOf(jwe, 'key');
  const claims = claimsOf(await keys.decrypt(jwe, kid), expected);
  const lasts = lastsFrom(claims, at);
  return { key: await importKey(claims), lasts };
}

function lastsFrom(claims: Claims, at: number): number {
  const exp = secondsIn(claims, 'exp');
  const whole = exp - secondsIn(claims, 'iat');
  if (whole <= 0 || whole > LONGEST_OPENING) {
    throw new PartnerError('AVOW_PARTNER_CLAIM', { where: 'exp' });
  }
  const left = exp * 1000 - at;
  if (left <= 0) throw new PartnerError('AVOW_PARTNER_EXPIRED');
  return Math.min(left, whole * 1000);
}

/** For decrypting alone, and such that no script can read it again. */
async function importKey({ key: jwk }: Claims): Promise<CryptoKey> {
  const { kty, k } = (typeof jwk === 'object' && jwk !== null ? jwk : {}) as Claims;
  if (kty !== 'oct' || typeof k !== 'string') {
    throw new PartnerError('AVOW_PARTNER_CLAIM', { where: 'key' });
  }
  const bytes = bytesOf(k);
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
  } finally {
    bytes.fill(0);
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    const bytes = new Uint8Array(base64url.decode(text));
    if (bytes.length === KEY_BYTES) return bytes;
  } catch {
    // Told below.
  }
  throw new PartnerError('AVOW_PARTNER_CLAIM', { where: 'key' });
}
