import type { KeyObject } from 'node:crypto';
import { GeneralEncrypt, type GeneralJWE, generalDecrypt } from 'jose';
import { VaultError } from '../../fault.ts';
import { secretKeyOf } from '../../keys/secret-key.ts';
import { AGREEMENT, type HolderKey } from './jwk.ts';

/** Says what is inside (RFC 7516 §4.1.12), and in which form. */
const CONTENT_TYPE = 'avow-root-key';
const KEY_BYTES = 32;

/**
 * The root key, encrypted to each of these keys: a JWE in the general JSON serialisation (RFC 7516
 * §7.2.1), ECDH-ES+A256KW and A256GCM. Any one recipient opens it alone. Readable by everyone are the
 * log that it belongs to and the recipients' thumbprints.
 */
export async function closeEnvelope(
  root: KeyObject,
  origin: string,
  recipients: readonly HolderKey[],
): Promise<string> {
  const bytes = root.export();
  const jwe = new GeneralEncrypt(bytes).setProtectedHeader({
    enc: 'A256GCM',
    cty: CONTENT_TYPE,
    log: origin,
  });
  for (const { key, thumbprint } of recipients) {
    jwe.addRecipient(key).setUnprotectedHeader({ alg: AGREEMENT, kid: thumbprint });
  }
  try {
    return `${JSON.stringify(await jwe.encrypt(), undefined, 2)}\n`;
  } finally {
    bytes.fill(0);
  }
}

/** The root key in such an envelope. `AVOW_ESCROW` if it is none, or not for this key. */
export async function openEnvelope(text: string, holder: HolderKey): Promise<KeyObject> {
  const jwe = parse(text);
  const isFor = jwe.recipients.some(({ header }) => header?.['kid'] === holder.thumbprint);
  if (!isFor) {
    throw new VaultError('AVOW_ESCROW', `this escrow is not for the key ${holder.thumbprint}`);
  }
  try {
    const { plaintext, protectedHeader } = await generalDecrypt(jwe, holder.key, {
      keyManagementAlgorithms: [AGREEMENT],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader?.cty === CONTENT_TYPE && plaintext.length === KEY_BYTES) {
      return secretKeyOf(plaintext);
    }
  } catch {
    // What it says could hold what was handed to it.
  }
  throw new VaultError(
    'AVOW_ESCROW',
    'this escrow does not open: it has been altered, or is no escrow',
  );
}

function parse(text: string): GeneralJWE {
  try {
    const jwe = JSON.parse(text) as GeneralJWE;
    if (Array.isArray(jwe.recipients)) return jwe;
  } catch {
    // Told below.
  }
  throw new VaultError('AVOW_ESCROW', 'this is no escrow');
}
