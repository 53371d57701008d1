import { canonicalJson, type Json, type Vault } from '@avow/vault';
import type { Idempotent } from '../face/decision.ts';
import { name } from './text.ts';

/** A request that may come again, as the vault recognises it. */
export interface Repeatable {
  readonly idempotency?: { readonly key: string; readonly fingerprint: Uint8Array };
  /** Called when the recorded outcome is answered. */
  readonly onReplay?: () => void;
}

/**
 * Recognises a request that comes again: by its key, and by a keyed hash of all it says. Keyed,
 * because it covers the values themselves, which a bare hash would let anyone guess.
 */
export function repeatable(
  vault: Vault,
  { idempotencyKey, onReplay }: Idempotent,
  operation: string,
  request: object,
): Repeatable {
  if (idempotencyKey === undefined) return {};
  const key = name('idempotencyKey', idempotencyKey);
  // What is undefined was not said: JSON leaves it out.
  const said = JSON.parse(JSON.stringify([operation, request])) as Json;
  const fingerprint = vault.blindIndex('avow/fingerprint', canonicalJson(said));
  return { idempotency: { key, fingerprint }, ...(onReplay ? { onReplay } : {}) };
}
