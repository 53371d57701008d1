import { fromBase64, toBase64 } from '../base64.ts';
import { type Checkpoint, parseCheckpoint } from '../checkpoint/text.ts';
import { fromDecimal, isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { parseNote } from '../note/text.ts';
import { HASH_BYTES } from '../tile/shape.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const EXTRA = 'extra ';
const INDEX = 'index ';

/** Longest proof in UTF-16 code units: bounds what a stranger can make us parse. */
const LONGEST_PROOF = 2_000_000;

/**
 * A proof that an entry is in a log, to be kept and checked offline (C2SP tlog-proof): the entry's
 * `index` from 0, the inclusion proof's `hashes` of 32 bytes from the leaf upwards, and the log's
 * signed `checkpoint` note, verbatim. `extra` is for the application and is vouched for by nobody.
 */
export interface LogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
}

/**
 * A proof as text (C2SP tlog-proof, "Format"; file extension `.tlog-proof`). Throws
 * `AVOW_LEDGER_PROOF_MALFORMED` for a field that cannot be written, and what `parseNote` and
 * `parseCheckpoint` throw for a checkpoint that is none.
 */
export function formatProof({ index, hashes, checkpoint, extra }: LogProof): string {
  if (!isCount(index)) throw malformed('index');
  if (!hashes.every((hash) => hash.length === HASH_BYTES)) throw malformed('hashes');
  if (extra?.length === 0) throw malformed('extra');
  checkIndex(index, readCheckpoint(checkpoint));
  const head = [
    HEADER,
    ...(extra === undefined ? [] : [EXTRA + toBase64(extra)]),
    INDEX + index,
    ...hashes.map(toBase64),
  ];
  return `${head.join('\n')}\n\n${checkpoint}`;
}

/**
 * Reads a proof's text; nothing is verified beyond its form. Throws `AVOW_LEDGER_PROOF_MALFORMED`,
 * naming the line that is wrong, `AVOW_LEDGER_NOTE_MALFORMED` or `AVOW_LEDGER_CHECKPOINT_MALFORMED`.
 */
export function parseProof(text: string): LogProof {
  if (text.length > LONGEST_PROOF) throw malformed('length');
  // The head has no empty line, so the first one ends it; the checkpoint has one of its own.
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('no blank line before the checkpoint');
  const lines = text.slice(0, end).split('\n');
  const checkpoint = text.slice(end + 2);
  if (lines[0] !== HEADER) throw malformed('line 1, header');
  const extra = parseExtra(lines[1]);
  const at = extra === undefined ? 1 : 2;
  const index = parseIndex(lines[at], `line ${at + 1}, index`);
  const hashes = lines.slice(at + 1).map((line, i) => parseHash(line, `line ${at + i + 2}, hash`));
  checkIndex(index, readCheckpoint(checkpoint));
  return { index, hashes, checkpoint, ...(extra === undefined ? {} : { extra }) };
}

function parseExtra(line: string | undefined): Uint8Array | undefined {
  if (!line?.startsWith(EXTRA)) return undefined;
  const extra = fromBase64(line.slice(EXTRA.length));
  // Without extra data the line is left out, so an empty one is a second spelling.
  if (extra === undefined || extra.length === 0) throw malformed('line 2, extra');
  return extra;
}

function parseIndex(line: string | undefined, where: string): number {
  const index = line?.startsWith(INDEX) ? fromDecimal(line.slice(INDEX.length)) : undefined;
  if (index === undefined) throw malformed(where);
  return index;
}

function parseHash(line: string, where: string): Uint8Array {
  const hash = fromBase64(line);
  if (hash?.length !== HASH_BYTES) throw malformed(where);
  return hash;
}

function readCheckpoint(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}

function checkIndex(index: number, { size }: Checkpoint): void {
  if (index >= size) throw malformed('index beyond the checkpoint');
}

function malformed(where: string): LedgerError {
  return new LedgerError('AVOW_LEDGER_PROOF_MALFORMED', where);
}
