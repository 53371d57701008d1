import { fromBase64, toBase64 } from '../base64.ts';
import { LedgerError } from '../error.ts';
import { isLine } from '../line.ts';
import { HASH_BYTES } from '../tile/shape.ts';

// Line 1 holds spaces, so it is no key name, and line 2 is no number: no promise is ever a
// checkpoint, and the log's one key can sign both (C2SP signed-note, "Signatures").
const HEADER = 'avow ledger promise v1';
const FIELDS = ['origin ', 'leaf ', 'promised ', 'integrated-by '] as const;

/**
 * A log's promise that it will integrate a leaf, as a signed certificate timestamp is (RFC 6962 §3.2):
 * `leaf` is the 32-byte leaf hash; `promisedAt` and `integratedBy` are milliseconds since
 * 1970-01-01T00:00:00Z. Their difference is the maximum merge delay: a checkpoint of `origin` signed
 * after `integratedBy` that does not cover the leaf is proof that the log broke its word.
 */
export interface InclusionPromise {
  readonly origin: string;
  readonly leaf: Uint8Array;
  readonly promisedAt: number;
  readonly integratedBy: number;
}

/**
 * A promise as the text of a note, not yet signed; times in RFC 3339 with milliseconds, UTC. Throws
 * `AVOW_LEDGER_PROMISE_MALFORMED`, naming the field that cannot be written.
 */
export function formatPromise(promise: InclusionPromise): string {
  const { origin, leaf, promisedAt, integratedBy } = promise;
  if (!isLine(origin)) throw malformed('origin');
  if (leaf.length !== HASH_BYTES) throw malformed('leaf');
  if (!isTime(promisedAt)) throw malformed('promised');
  if (!isTime(integratedBy) || integratedBy < promisedAt) throw malformed('integrated-by');
  const values = [origin, toBase64(leaf), formatTime(promisedAt), formatTime(integratedBy)];
  return [HEADER, ...FIELDS.map((field, i) => field + values[i])]
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Reads the text of a promise note; only what `formatPromise` writes is read. Throws
 * `AVOW_LEDGER_PROMISE_MALFORMED`, naming the line that is wrong. No signature is verified.
 */
export function parsePromise(text: string): InclusionPromise {
  const [header, ...lines] = text.split('\n');
  if (header !== HEADER) throw malformed('line 1, header');
  // A text that ends in a newline splits into one empty part more.
  if (lines.length !== FIELDS.length + 1 || lines.at(-1) !== '') throw malformed('number of lines');
  const [origin = '', base64 = '', promised = '', integrated = ''] = FIELDS.map((field, i) => {
    const line = lines[i] ?? '';
    if (!line.startsWith(field)) throw malformed(`line ${i + 2}, ${field.trim()}`);
    return line.slice(field.length);
  });
  if (!isLine(origin)) throw malformed('line 2, origin');
  const leaf = fromBase64(base64);
  if (leaf?.length !== HASH_BYTES) throw malformed('line 3, leaf');
  const promisedAt = parseTime(promised, 'line 4, promised');
  const integratedBy = parseTime(integrated, 'line 5, integrated-by');
  if (integratedBy < promisedAt) throw malformed('line 5, integrated-by');
  return { origin, leaf, promisedAt, integratedBy };
}

/** Four-digit years only: outside them `toISOString` writes another form. */
function isTime(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && Math.abs(milliseconds) <= 8.64e15
    ? /^\d{4}-/.test(formatTime(milliseconds))
    : false;
}

function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function parseTime(text: string, where: string): number {
  const milliseconds = Date.parse(text);
  if (!isTime(milliseconds) || formatTime(milliseconds) !== text) throw malformed(where);
  return milliseconds;
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_PROMISE_MALFORMED', where);
}
