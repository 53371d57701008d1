import { compactDecrypt } from 'jose';
import { PartnerError } from '../error.ts';
import type { Values } from '../held.ts';
import { claimsOf, type Expected, textsIn } from './claims.ts';
import { algorithms, kidOf } from './header.ts';

/** Opens what was handed over with its content key: the values by category, of this disclosure. */
export async function openContent(
  jwe: string,
  key: CryptoKey,
  expected: Expected,
): Promise<Values> {
  if (kidOf(jwe, 'sealed') !== expected.disclosure) {
    throw new PartnerError('AVOW_PARTNER_CLAIM', { where: 'kid' });
  }
  return textsIn(claimsOf(await decrypt(jwe, key), expected), 'values');
}

async function decrypt(jwe: string, key: CryptoKey): Promise<Uint8Array> {
  const { alg, enc } = algorithms.sealed;
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
    });
    return plaintext;
  } catch {
    throw new PartnerError('AVOW_PARTNER_ALTERED', { where: 'sealed' });
  }
}
