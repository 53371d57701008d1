import { fromBase64, toBase64 } from '../base64.ts';
import { concatBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { isKeyName, KEY_ID_BYTES, keyIdFromBytes, keyIdToBytes } from './verifier-key.ts';

/** Longest note in UTF-16 code units: bounds what a stranger can make us parse. */
const LONGEST_NOTE = 1_000_000;

/** Most signature lines in a note; C2SP signed-note asks for at least 16 ("Format"). */
const MOST_SIGNATURES = 100;

const SIGNATURE_PREFIX = '— ';

/** A note taken apart: its text, with the final newline, and its signature lines, none verified. */
export interface UnverifiedNote {
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** One signature line: the key's name and id, and the signature itself. */
interface SignatureLine {
  readonly name: string;
  /** The key id as in a verifier key: 8 lowercase hex digits. */
  readonly keyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/**
 * A note as text (C2SP signed-note, "Format"). Throws `AVOW_LEDGER_NOTE_MALFORMED` when the text or
 * a key name cannot stand in a note.
 */
export function formatNote({ text, signatures }: UnverifiedNote): string {
  checkText(text);
  if (signatures.length < 1 || signatures.length > MOST_SIGNATURES) {
    throw malformed('number of signatures');
  }
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/**
 * Takes a note apart without verifying anything. The text ends at the last empty line (C2SP
 * signed-note, "Format"). Throws `AVOW_LEDGER_NOTE_MALFORMED`, naming the signature line that is wrong.
 */
export function parseNote(note: string): UnverifiedNote {
  if (note.length > LONGEST_NOTE) throw malformed('length');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw malformed('no blank line before the signatures');
  const text = note.slice(0, end + 1);
  checkText(text);
  const tail = note.slice(end + 2);
  if (!tail.endsWith('\n')) throw malformed('no newline at the end');
  const lines = tail.slice(0, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) throw malformed('number of signatures');
  return { text, signatures: lines.map((line, i) => parseSignature(line, `signature ${i + 1}`)) };
}

function checkText(text: string): void {
  if (!text.endsWith('\n')) throw malformed('text does not end in a newline');
  // A lone surrogate has no UTF-8 bytes, so what is signed would not be what is read.
  if (!text.isWellFormed()) throw malformed('text is not well-formed Unicode');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
  if (/[\x00-\x09\x0b-\x1f]/.test(text)) throw malformed('control character in the text');
}

function formatSignature({ name, keyId, signature }: SignatureLine): string {
  if (!isKeyName(name)) throw malformed('key name');
  return `${SIGNATURE_PREFIX}${name} ${toBase64(concatBytes(keyIdToBytes(keyId), signature))}\n`;
}

function parseSignature(line: string, where: string): SignatureLine {
  if (!line.startsWith(SIGNATURE_PREFIX)) throw malformed(where);
  const [name = '', base64 = '', ...rest] = line.slice(SIGNATURE_PREFIX.length).split(' ');
  const bytes = fromBase64(base64);
  const wellFormed = isKeyName(name) && rest.length === 0 && bytes !== undefined;
  if (!wellFormed || bytes.length <= KEY_ID_BYTES) throw malformed(where);
  return {
    name,
    keyId: keyIdFromBytes(bytes.subarray(0, KEY_ID_BYTES)),
    signature: bytes.slice(KEY_ID_BYTES),
  };
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_NOTE_MALFORMED', where);
}
