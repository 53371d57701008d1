import type { Keyring } from '../../port/keyring.ts';
import { openEnvelope } from './envelope.ts';
import type { NamedKey } from './escrow.ts';
import { readPrivateKey } from './jwk.ts';

/** The root key as it comes out of an escrow, and whose key opened it. */
export interface Recovered {
  readonly keyring: Keyring;
  /** RFC 7638 thumbprint. */
  readonly recipient: string;
}

/**
 * Opens an escrow with the private key of one of its holders. Whether the root key in it is still the
 * one in force is found out by opening a vault with it. `AVOW_ESCROW` if the escrow is not for this
 * key, or altered.
 */
export async function openEscrow(jwe: string, holder: NamedKey): Promise<Recovered> {
  const key = await readPrivateKey(holder.text, holder.file);
  const root = await openEnvelope(jwe, key);
  return {
    keyring: { rootKey: async () => root, source: `an escrow opened by ${key.thumbprint}` },
    recipient: key.thumbprint,
  };
}
