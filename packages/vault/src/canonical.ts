import { hash } from 'node:crypto';
import { VaultError } from './fault.ts';
import type { Value } from './port/store.ts';

const NULL = 0;
const TEXT = 1;
const INTEGER = 2;
const BLOB = 3;

// Everything here is synchronous and answers with copies, so one buffer serves all calls.
let scratch = Buffer.alloc(4_096);

/**
 * Canonical bytes of a label and some values, for hashing, keying and authenticating: label and
 * values each as one tag byte, a length of four bytes (big-endian) and the bytes themselves (text
 * as UTF-8, an integer as its decimal digits). Two different lists never have the same bytes,
 * whatever the values hold; so text that is not well-formed, which UTF-8 cannot tell apart, is
 * refused with `AVOW_INVALID`.
 */
export function canonicalBytes(label: string, values: readonly Value[]): Uint8Array {
  return new Uint8Array(write(label, values));
}

/** SHA-256 of {@link canonicalBytes}: 32 bytes. */
export function canonicalHash(label: string, values: readonly Value[]): Uint8Array {
  return hash('sha256', write(label, values), 'buffer');
}

/** The canonical bytes in the shared buffer; good until the next call. */
function write(label: string, values: readonly Value[]): Buffer {
  let at = put(0, TEXT, label);
  for (const value of values) {
    if (value === null) at = put(at, NULL, '');
    else if (typeof value === 'string') at = put(at, TEXT, value);
    else if (typeof value === 'number') at = put(at, INTEGER, String(value));
    else at = put(at, BLOB, value);
  }
  return scratch.subarray(0, at);
}

function put(at: number, tag: number, content: string | Uint8Array): number {
  // A UTF-16 unit takes at most three bytes in UTF-8.
  const most = typeof content === 'string' ? content.length * 3 : content.length;
  makeRoom(at + 5 + most);
  let length: number;
  if (typeof content === 'string') {
    if (!content.isWellFormed()) {
      throw new VaultError('AVOW_INVALID', 'text that is not well-formed cannot be hashed');
    }
    length = scratch.write(content, at + 5, 'utf8');
  } else {
    length = content.length;
    scratch.set(content, at + 5);
  }
  scratch[at] = tag;
  scratch.writeUInt32BE(length, at + 1);
  return at + 5 + length;
}

function makeRoom(bytes: number): void {
  if (bytes <= scratch.length) return;
  const larger = Buffer.alloc(Math.max(bytes, scratch.length * 2));
  larger.set(scratch);
  scratch = larger;
}
