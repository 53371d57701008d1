import { createHash } from 'node:crypto';
import { HttpFault } from './fault.ts';

/**
 * The retry key of a write (draft-ietf-httpapi-idempotency-key-header): 1 to 255 printable ASCII
 * characters, with or without the quotes of a structured string. Throws
 * `AVOW_IDEMPOTENCY_KEY_MISSING` where there is none.
 */
export function readIdempotencyKey(header: string | undefined, caller: string): string {
  const key = header?.replace(/^"(.*)"$/, '$1');
  if (key === undefined || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new HttpFault('AVOW_IDEMPOTENCY_KEY_MISSING', {
      errors: [{ in: 'header', pointer: '/Idempotency-Key' }],
    });
  }
  return ofCaller(caller, key);
}

/**
 * Two callers may hit upon one key; neither may get the other's outcome. So the key that the library
 * sees is a digest over both, each with its length before it.
 */
function ofCaller(caller: string, key: string): string {
  const digest = createHash('sha256').update('avow/idempotency/v1');
  for (const part of [caller, key]) digest.update(`\0${part.length}:`).update(part);
  return digest.digest('base64url');
}
