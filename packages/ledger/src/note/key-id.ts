import { hash } from 'node:crypto';
import { keyIdFromBytes, keyIdInput } from './verifier-key.ts';

/** The id of an Ed25519 key under a name: 8 hex digits (C2SP signed-note, "Ed25519 signatures"). */
export function keyIdOf(name: string, publicKey: Uint8Array): string {
  return keyIdFromBytes(hash('sha256', keyIdInput(name, publicKey), 'buffer'));
}
