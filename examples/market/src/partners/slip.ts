import { createPublicKey, verify } from 'node:crypto';
import { asPartyId } from 'avow';
import type { Market } from '../market.ts';

/** What a payment service says was paid. */
export interface Slip {
  readonly order: string;
  /** In fen. */
  readonly amount: number;
}

const longest = 4_096;
/** How old a slip may be, and how far the other clock ahead, in seconds. */
const good = 300;

/**
 * Reads a slip: a JWS (RFC 7515, ES256) by a key that the party has on record and that still counts, for this
 * market, made just now. Undefined for anything else: doubt is no payment.
 */
export async function readSlip(
  { avow }: Pick<Market, 'avow'>,
  jws: string,
  expected: { readonly party: string; readonly audience: string; readonly now: number },
): Promise<Slip | undefined> {
  const [head = '', body = '', signature = '', ...more] = jws.split('.');
  if (jws.length > longest || more.length > 0) return undefined;
  const { alg, kid } = objectIn(head);
  if (alg !== 'ES256' || typeof kid !== 'string') return undefined;
  const jwk = await avow.parties.signingKey({ party: asPartyId(expected.party), kid });
  if (jwk === undefined || jwk.crv !== 'P-256') return undefined;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { iss, aud, order, amount, iat } = objectIn(body);
  const isNow = typeof iat === 'number' && Math.abs(expected.now / 1000 - iat) <= good;
  const isOurs = iss === expected.party && aud === expected.audience;
  if (!isSigned || !isNow || !isOurs) return undefined;
  return typeof order === 'string' && typeof amount === 'number' ? { order, amount } : undefined;
}

function objectIn(part: string): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
