import { createReadStream } from 'node:fs';

const LF = 0x0a;
/** A piece has at least so many bytes and so many lines, if there are: a record may go over some lines. */
const BYTES = 262_144;
const LINES = 100;
/** More than that is not waited for. */
const MOST_BYTES = 33_554_432;
/** What is beyond this in one line is left out: the server takes none of a fraction of it. */
const LONGEST_LINE = 1_048_576;

/**
 * Hands a file on in pieces of whole lines, from line `start` on. `hand` answers the line from which it wants
 * what follows, so that one that it left is handed on again, with more behind it.
 */
export async function handOn(
  path: string,
  start: number,
  hand: (piece: Buffer, at: { from: number; more: boolean }) => Promise<number | undefined>,
): Promise<void> {
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const bytes of createReadStream(path, { highWaterMark: BYTES })) {
    held = shortened(Buffer.concat([held, bytes as Buffer]));
    if (line < start) {
      const skipped = passed(held, start - line);
      held = held.subarray(skipped.bytes);
      line += skipped.lines;
    }
    const whole = held.subarray(0, held.lastIndexOf(LF) + 1);
    if (line < start || !isEnough(whole)) continue;
    const next = await hand(whole, { from: line, more: true });
    if (next === undefined) return;
    held = held.subarray(passed(held, next - line).bytes);
    line = next;
  }
  await hand(held, { from: line, more: false });
}

function isEnough(whole: Buffer): boolean {
  if (whole.length >= MOST_BYTES) return true;
  return whole.length >= BYTES && passed(whole, LINES).lines === LINES;
}

/** How far some lines reach, or as many of them as there are. */
function passed(bytes: Buffer, count: number) {
  let at = 0;
  let lines = 0;
  while (lines < count) {
    const end = bytes.indexOf(LF, at);
    if (end < 0) break;
    at = end + 1;
    lines += 1;
  }
  return { bytes: at, lines };
}

/** Without what is surplus in a last line that has not ended yet. */
function shortened(bytes: Buffer): Buffer {
  const last = bytes.lastIndexOf(LF) + 1;
  return bytes.subarray(0, last + LONGEST_LINE);
}
