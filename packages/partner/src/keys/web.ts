import { CompactSign, compactDecrypt } from 'jose';
import { PartnerError } from '../error.ts';
import { algorithms } from '../seal/header.ts';
import type { PartyKeys } from './keys.ts';

/** A private key of WebCrypto's, extractable or not, and its name. */
export interface NamedKey {
  /** RFC 7638 thumbprint of its public half. */
  readonly kid: string;
  readonly key: CryptoKey;
}

/** `ES256`: P-256. `EdDSA`: Ed25519. */
export type SigningAlgorithm = 'ES256' | 'EdDSA';

/** Keys in WebCrypto's form; the newest first. IndexedDB keeps such keys, and no script reads them out. */
export interface WebKeys {
  /** P-256 or X25519, for deriving. */
  readonly encryption: readonly NamedKey[];
  readonly signing: NamedKey & { readonly alg: SigningAlgorithm };
}

/** The port over keys that WebCrypto holds, in Node as in a browser. */
export function keysOfWeb({ encryption, signing }: WebKeys): PartyKeys {
  const { alg, enc } = algorithms.key;
  return {
    async decrypt(jwe, kid) {
      const found = encryption.find((key) => key.kid === kid);
      if (found === undefined) throw new PartnerError('AVOW_PARTNER_KEY', { where: 'kid' });
      try {
        const { plaintext } = await compactDecrypt(jwe, found.key, {
          keyManagementAlgorithms: [alg],
          contentEncryptionAlgorithms: [enc],
        });
        return plaintext;
      } catch {
        throw new PartnerError('AVOW_PARTNER_ALTERED', { where: 'key' });
      }
    },
    sign: (claims, typ) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: signing.alg, typ, kid: signing.kid })
        .sign(signing.key),
  };
}
