import { decodeProtectedHeader } from 'jose';
import { PartnerError } from '../error.ts';

/** How what is handed over is encrypted, and how the key to it is (RFC 7518 §4.5, §4.6). Nothing else is taken. */
export const algorithms = {
  sealed: { alg: 'dir', enc: 'A256GCM' },
  key: { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' },
} as const;

/** Longer than anything that a platform hands over about one person. */
const LONGEST = 1024 * 1024;

/**
 * The `kid` of a JWE in compact serialisation (RFC 7516 §7.1), once its header names just these algorithms:
 * no compression, no extension. Nobody has vouched for the header yet; decrypting does.
 */
export function kidOf(jwe: unknown, what: keyof typeof algorithms): string {
  const header = headerOf(jwe, what);
  const { alg, enc } = algorithms[what];
  if (header.alg !== alg) throw new PartnerError('AVOW_PARTNER_ALGORITHM', { where: 'alg' });
  if (header.enc !== enc) throw new PartnerError('AVOW_PARTNER_ALGORITHM', { where: 'enc' });
  for (const name of ['zip', 'crit', 'b64'] as const) {
    if (name in header) throw new PartnerError('AVOW_PARTNER_ALGORITHM', { where: name });
  }
  if (typeof header.kid !== 'string' || header.kid === '') {
    throw new PartnerError('AVOW_PARTNER_MALFORMED', { where: 'kid' });
  }
  return header.kid;
}

function headerOf(jwe: unknown, what: keyof typeof algorithms) {
  if (typeof jwe === 'string' && jwe.length <= LONGEST && jwe.split('.').length === 5) {
    try {
      return decodeProtectedHeader(jwe);
    } catch {
      // Told below, without what stood there.
    }
  }
  throw new PartnerError('AVOW_PARTNER_MALFORMED', { where: what });
}
