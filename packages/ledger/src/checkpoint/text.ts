import { fromBase64, toBase64 } from '../base64.ts';
import { fromDecimal, isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { isLine } from '../line.ts';
import { HASH_BYTES } from '../tile/shape.ts';

/**
 * The head of a log: its `origin` (which log), its `size` in leaves and its 32-byte `root`.
 * `extensions` are further lines that a log may add; ours adds none (C2SP tlog-checkpoint, "Note text").
 */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions?: readonly string[];
}

/**
 * A checkpoint as the text of a note, not yet signed (C2SP tlog-checkpoint, "Note text"). Throws
 * `AVOW_LEDGER_CHECKPOINT_MALFORMED`, naming the field that cannot be written.
 */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  if (!isLine(origin)) throw malformed('origin');
  if (!isCount(size)) throw malformed('size');
  if (root.length !== HASH_BYTES) throw malformed('root');
  if (!extensions.every(isLine)) throw malformed('extensions');
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/**
 * Reads the text of a checkpoint note; `text` includes its final newline. Throws
 * `AVOW_LEDGER_CHECKPOINT_MALFORMED`, naming the line that is wrong. No signature is verified: see
 * `verifyCheckpoint`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw malformed('no newline at the end');
  const [origin = '', decimal = '', base64 = '', ...extensions] = text.slice(0, -1).split('\n');
  if (!isLine(origin)) throw malformed('line 1, origin');
  const size = fromDecimal(decimal);
  if (size === undefined) throw malformed('line 2, size');
  const root = fromBase64(base64);
  if (root?.length !== HASH_BYTES) throw malformed('line 3, root');
  const wrong = extensions.findIndex((line) => !isLine(line));
  if (wrong >= 0) throw malformed(`line ${wrong + 4}, extension`);
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions };
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_CHECKPOINT_MALFORMED', where);
}
