import { HttpFault } from '../http/fault.ts';
import { findFlaw } from './scan.ts';
import { findUnsoundText } from './text.ts';

/** How deep a document may nest: far more than any request needs, far less than hurts. */
const DEEPEST = 32;

/**
 * Reads a JSON document strictly: UTF-8 (RFC 8259 §8.1), one meaning only, bounded depth, sound
 * text. Throws `AVOW_BODY_MALFORMED`, `AVOW_BODY_TOO_DEEP`, `AVOW_BODY_DUPLICATE_NAME` or
 * `AVOW_TEXT_UNSOUND`; each names the place, none repeats what stands there.
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  const flaw = findFlaw(text, DEEPEST);
  if (flaw) throw new HttpFault(flaw.code, { errors: [{ in: 'body', pointer: flaw.pointer }] });
  const unsound = findUnsoundText(value);
  if (unsound !== undefined) {
    throw new HttpFault('AVOW_TEXT_UNSOUND', { errors: [{ in: 'body', pointer: unsound }] });
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpFault('AVOW_BODY_MALFORMED');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text around the fault: it must not travel on.
    throw new HttpFault('AVOW_BODY_MALFORMED');
  }
}
