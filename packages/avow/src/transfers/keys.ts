import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Vault } from '@avow/vault';
import type { PublicJwk } from '../face/party.ts';
import { partyJwk } from '../parties/jwk.ts';

/** The two key pairs that a deployment has towards others. */
interface RegionSecrets {
  readonly enc: Pair;
  readonly sig: Pair;
}

interface Pair {
  readonly secret: KeyObject;
  readonly jwk: PublicJwk & { readonly kid: string };
}

/** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410 §7). */
const X25519 = '302e020100300506032b656e04220420';
const ED25519 = '302e020100300506032b657004220420';

/**
 * A use that no caller of `subjects.pseudonym` can name, since it takes none of this length: what is drawn
 * for it nobody else is told.
 */
const USE = 'avow: the private key of this region towards other regions of its platform, ';

/**
 * The deployment's own key pairs. Each private key is drawn from a secret of its key store, so there is
 * nothing to keep, to copy or to hand over, and every process of the deployment has the same. Any 32 bytes
 * are a private key of either curve (RFC 7748 §5, RFC 8032 §5.1.5).
 */
export function secretsOf(vault: Vault, region: string): RegionSecrets {
  const seed = (what: string) => Buffer.from(vault.pseudonym(`${USE}${what}/v1`, region));
  return {
    enc: pairFrom(X25519, seed('enc'), 'enc'),
    sig: pairFrom(ED25519, seed('sig'), 'sig'),
  };
}

function pairFrom(prefix: string, seed: Buffer, use: PublicJwk['use']): Pair {
  const der = Buffer.concat([Buffer.from(prefix, 'hex'), seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const jwk = partyJwk({ ...createPublicKey(secret).export({ format: 'jwk' }), use });
  return { secret, jwk: jwk as Pair['jwk'] };
}
