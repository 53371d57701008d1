import { asPartyId, type PartyId } from 'avow';
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import type { TakenOnce } from '../keys/tokens.ts';
import type { AnyAvow } from '../services.ts';
import { OAuthFault } from './fault.ts';
import type { Issuer } from './issuer.ts';

/** How far ahead an assertion may end, in seconds: for so long its `jti` is remembered. */
const LONGEST_LIFE = 300;
/** How far two clocks may be apart, in seconds. */
const TOLERANCE = 5;

/** Whatever is wrong, one answer: it must not tell whether there is such a party, or such a key. */
export function refused(): OAuthFault {
  return new OAuthFault('invalid_client', 'the assertion is not taken');
}

/**
 * Checks what a party signs to come in (RFC 7523 §3): by one of its keys, for this server, not for long.
 * Whether it came before is not looked at here. A key that is not the party's goes on its record.
 */
export async function readAssertion(
  jwt: string,
  { issuer, tokenEndpoint }: Issuer,
  { parties }: Pick<AnyAvow, 'parties'>,
  now: number,
): Promise<TakenOnce> {
  const { party, kid, alg } = claimed(jwt);
  const jwk = await parties.signingKey({ party, kid });
  if (jwk === undefined) {
    if (!(await isItsOwn(parties, party, kid))) await parties.noteWrongKey(party);
    throw refused();
  }
  const key = await importJWK(jwk as JWK, alg).catch(() => undefined);
  if (key === undefined) throw refused();
  const checks = {
    algorithms: jwk.crv === 'P-256' ? ['ES256'] : ['EdDSA', 'Ed25519'],
    ...{ issuer: party, subject: party, audience: [issuer, tokenEndpoint] },
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
    ...{ clockTolerance: TOLERANCE, currentDate: new Date(now) },
  };
  const { aud, exp = 0, jti } = await verified(jwt, key, checks, () => parties.noteWrongKey(party));
  // For us and for nobody else: what is also for another could have been passed on by that other.
  const isForUs = typeof aud === 'string' || aud?.length === 1;
  const isShort = exp <= Math.floor(now / 1000) + LONGEST_LIFE;
  if (!isForUs || !isShort || !isNumber(jti)) throw refused();
  return { party, kid, jti, expires: (exp + TOLERANCE) * 1000 };
}

/**
 * The claims of an assertion that holds. What is thrown otherwise has the claims in it as well: nothing of
 * it is looked at but its kind.
 */
async function verified(
  jwt: string,
  key: CryptoKey | Uint8Array,
  checks: JWTVerifyOptions,
  onWrongKey: () => Promise<void>,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(jwt, key, checks)).payload;
  } catch (problem) {
    if (problem instanceof errors.JWSSignatureVerificationFailed) await onWrongKey();
    throw refused();
  }
}

/** What an assertion says of itself, before anything of it is believed. */
function claimed(jwt: string): {
  readonly party: PartyId;
  readonly kid: string;
  readonly alg: string;
} {
  try {
    const { kid, alg } = decodeProtectedHeader(jwt);
    const party = asPartyId(decodeJwt(jwt).iss);
    if (typeof kid === 'string' && typeof alg === 'string') return { party, kid, alg };
  } catch {
    // Told below, without what it held.
  }
  throw refused();
}

/** Whether a key is the party's all the same: then it is the party that is suspended. */
async function isItsOwn(
  parties: AnyAvow['parties'],
  party: PartyId,
  kid: string,
): Promise<boolean> {
  const keys = await parties.keys(party);
  return keys.some((key) => key.kid === kid && key.use === 'sig' && key.revoked === undefined);
}

/** A party's own number for an assertion. */
function isNumber(jti: unknown): jti is string {
  return typeof jti === 'string' && /^[\x21-\x7e]{1,256}$/.test(jti);
}
