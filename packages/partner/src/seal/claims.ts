import { PartnerError } from '../error.ts';

/** What must be said inside of what was opened, for it to be what was asked for. */
export interface Expected {
  readonly disclosure: string;
  /** The platform: the name of its log. */
  readonly issuer: string;
  /** Who opens. */
  readonly party: string;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The JSON object that was encrypted, once it speaks of this disclosure, by this platform, to this party. */
export function claimsOf(plaintext: Uint8Array, expected: Expected): Claims {
  const claims = objectIn(plaintext);
  const must = {
    disclosure: expected.disclosure,
    iss: expected.issuer,
    aud: expected.party,
  };
  for (const [where, value] of Object.entries(must)) {
    // One audience, character by character: a list of them would make a seal good for others as well.
    if (claims[where] !== value) throw new PartnerError('AVOW_PARTNER_CLAIM', { where });
  }
  return claims;
}

/** A claim in whole seconds (RFC 7519 §2, NumericDate). */
export function secondsIn(claims: Claims, where: string): number {
  const value = claims[where];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new PartnerError('AVOW_PARTNER_CLAIM', { where });
}

/** A claim that holds texts by name, such as values by category. */
export function textsIn(claims: Claims, where: string): Readonly<Record<string, string>> {
  const value = claims[where];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && Object.values(value).every((text) => typeof text === 'string')) {
    return value as Record<string, string>;
  }
  throw new PartnerError('AVOW_PARTNER_CLAIM', { where });
}

function objectIn(plaintext: Uint8Array): Claims {
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) {
      return claims as Claims;
    }
  } catch {
    // What `JSON.parse` throws quotes the text.
  }
  throw new PartnerError('AVOW_PARTNER_MALFORMED', { where: 'content' });
}
