import { hkdfSync, type KeyObject } from 'node:crypto';
import { secretKeyOf } from './secret-key.ts';

const KEY_BYTES = 32;

/**
 * The key of pseudonyms, which lie where no rotation gets at them: so it is drawn from the one key of a
 * deployment that is never replaced, the log's (HKDF-SHA-256, RFC 5869), and tells nothing of it.
 */
export function pseudonymKey(log: KeyObject): KeyObject {
  const secret = log.export({ format: 'der', type: 'pkcs8' });
  const key = hkdfSync('sha256', secret, new Uint8Array(), 'avow/pseudonym/v1', KEY_BYTES);
  secret.fill(0);
  return secretKeyOf(new Uint8Array(key));
}
