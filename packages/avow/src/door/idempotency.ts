import { canonicalJson, type Json } from '@avow/vault';
import type { Idempotent } from '../face/decision.ts';
import { name } from './text.ts';

/** A request that may come again, as the vault recognises it. */
export interface Repeatable {
  readonly idempotency?: { readonly key: string; readonly says: string };
  /** Called when the recorded outcome is answered. */
  readonly onReplay?: () => void;
}

/**
 * Recognises a request that comes again: by its key, and by all it says. The vault keeps keyed hashes of
 * both: they cover the values themselves, which a bare hash would let anyone guess.
 */
export function repeatable(
  { idempotencyKey, onReplay }: Idempotent,
  operation: string,
  request: object,
): Repeatable {
  if (idempotencyKey === undefined) return {};
  const key = name('idempotencyKey', idempotencyKey);
  // What is undefined was not said: JSON leaves it out.
  const said = JSON.parse(JSON.stringify([operation, request])) as Json;
  return { idempotency: { key, says: canonicalJson(said) }, ...(onReplay ? { onReplay } : {}) };
}
