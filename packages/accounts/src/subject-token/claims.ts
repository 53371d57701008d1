import type { Words } from '@avow/policy';
import type { Subjects } from 'avow';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';

/** How a platform that has accounts of its own says who is asking. */
export interface SubjectTokenOptions {
  /** Where it is looked up whether there is such a person. */
  readonly avow: { readonly subjects: Pick<Subjects<Words>, 'get'> };
  /** Who signs: compared with `iss`, character by character. */
  readonly issuer: string;
  /** Whom it is for: this deployment's name, which `aud` must hold. */
  readonly audience: string;
  /**
   * The keys: where they are published (https, or http on this machine), read again when a token names one
   * that is not known, at most every 30 seconds; or the keys themselves.
   */
  readonly keys: URL | JSONWebKeySet;
  /** How far the two clocks may differ, in seconds: 0 to 60. Default 30. */
  readonly skew?: number;
  /** How long a token may be good for at most, in seconds, from `iat`. Default 300. */
  readonly longest?: number;
  readonly now?: () => number;
}

/** Why a token is not taken; `subject`: nobody active has that id. Never holds anything of the token. */
export type Untaken = 'malformed' | 'signature' | 'expired' | 'claims' | 'subject' | 'keys';

/** Signatures that need a public key alone: with a shared secret whoever checks could sign as well. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'];

/**
 * Reads what a token of one kind says (`typ`): RFC 7519, by the rules of RFC 8725. Throws a `RangeError` for
 * options that cannot be.
 */
export function claimsOf(
  options: SubjectTokenOptions,
  typ: string,
): (token: string) => Promise<JWTPayload | Untaken> {
  const { issuer, audience, skew = 30, longest = 300, now = Date.now } = options;
  if (!(skew >= 0 && skew <= 60)) throw new RangeError('skew is 0 to 60 seconds');
  if (!(longest > 0)) throw new RangeError('longest is more than 0 seconds');
  const keys = keysAt(options.keys);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        // A token of another kind, such as one that identifies a user to a page, is none.
        typ,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: skew,
        maxTokenAge: longest,
        currentDate: new Date(now()),
      });
      const { exp = 0, iat = 0 } = payload;
      return exp - iat > longest ? 'claims' : payload;
    } catch (problem) {
      return whyOf(problem);
    }
  };
}

function keysAt(keys: URL | JSONWebKeySet) {
  if (!(keys instanceof URL)) return createLocalJWKSet(keys);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(keys.hostname);
  if (keys.protocol !== 'https:' && !isHere) throw new RangeError('keys are read over https');
  return createRemoteJWKSet(keys, { cooldownDuration: 30_000, timeoutDuration: 5_000 });
}

function whyOf(problem: unknown): Untaken {
  if (problem instanceof errors.JWTExpired) return 'expired';
  if (problem instanceof errors.JWTClaimValidationFailed) return 'claims';
  if (problem instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (problem instanceof errors.JOSEAlgNotAllowed) return 'signature';
  if (problem instanceof errors.JWKSNoMatchingKey) return 'keys';
  if (problem instanceof errors.JWKSTimeout) return 'keys';
  if (problem instanceof errors.JWSInvalid || problem instanceof errors.JWTInvalid)
    return 'malformed';
  // What is left is reading the keys: the network, or a set that is none. Doubt is a no.
  return 'keys';
}
